// Which ports are tried for the hall.
import { describe, expect, it } from 'vitest';
import { hallPorts, mainPorts } from '#server/ports.ts';

describe('the ports', () => {
  it('are 80 and then 8080 to 8099 for the main address, unless one is asked for', () => {
    expect(mainPorts(null).slice(0, 3)).toEqual([80, 8080, 8081]);
    expect(mainPorts(9000)).toEqual([9000]);
  });

  it('are the next ones for the hall, and any when those are taken', () => {
    expect(hallPorts(null, 8080).slice(0, 2)).toEqual([8081, 8082]);
    expect(hallPorts(null, 65_535)).toEqual([0]);
    expect(hallPorts(9001, 8080)).toEqual([9001]);
  });

  it('leave out those that browsers refuse to open', () => {
    for (const refused of [87, 95]) expect(hallPorts(null, 80)).not.toContain(refused);
  });
});

// The way to the audience's page: one printed address is enough for everybody, the crowd is sent on to the hall's own port.
import type { Services, Web } from '../web.ts';

/** While the hall is being started again, a phone waits on this page and tries by itself. */
const oneMoment = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="2">
<title>亮分 Liangfen</title></head><body style="font:18px/1.6 sans-serif;padding:24px;color:#141a2e;background:#f6f4ee">
<p>观众端正在启动，马上就好。</p><p lang="en">The audience page is starting. One moment.</p></body></html>`;

export function audienceRoutes(web: Web, { hallAddress }: Services): void {
  for (const address of ['/a', '/audience'])
    web.get(address, { schema: { hide: true } }, async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const hall = hallAddress();
      if (hall === null)
        return reply.code(503).header('retry-after', '2').type('text/html; charset=utf-8').send(oneMoment);
      // By the name this phone has reached us with: it may know another network than the first one of the list.
      const asked = `http://${request.hostname}/`;
      const target = new URL(URL.canParse(asked) ? asked : hall);
      target.port = new URL(hall).port;
      target.search = new URL(request.url, target).search;
      return reply.redirect(target.href, 302);
    });
}

// The two ways from a phone to the hall: a WebSocket, and plain requests where a captive network lets nothing else through.
// Both speak Engine.IO 4, the wire of the hall's Socket.IO server; written out here because its client alone is a third of
// what a phone may load.
export interface Carrier {
  send(packet: string): void;
  close(): void;
}
type OpenCarrier = (hear: (packet: string) => void, onLost: () => void) => Carrier;

const path = '/socket.io/?EIO=4&transport=';

export const byWebSocket: OpenCarrier = (hear, onLost) => {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}${path}websocket`);
  socket.onmessage = ({ data }) => hear(String(data));
  socket.onclose = onLost;
  return {
    send: (packet) => socket.send(packet),
    close: () => socket.close(),
  };
};

export const byPolling: OpenCarrier = (hear, onLost) => {
  const over = new AbortController();
  let session = '';
  let asked = 0;
  let outgoing: string[] = [];
  let isSending = false;

  const ask = async (body?: string): Promise<string> => {
    const response = await fetch(`${path}polling${session}&t=${++asked}`, {
      cache: 'no-store',
      signal: over.signal,
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    if (!response.ok) throw new Error();
    return response.text();
  };
  async function listen(): Promise<void> {
    try {
      while (!over.signal.aborted)
        for (const packet of (await ask()).split('\x1e')) {
          if (packet[0] === '0') session = `&sid=${(JSON.parse(packet.slice(1)) as { sid: string }).sid}`;
          hear(packet);
        }
    } catch {
      onLost();
    }
  }
  /** One request at a time, as the wire asks for. */
  async function hurry(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      while (outgoing.length > 0) {
        const packets = outgoing;
        outgoing = [];
        await ask(packets.join('\x1e'));
      }
    } catch {
      onLost();
    }
    isSending = false;
  }

  void listen();
  return {
    send(packet) {
      outgoing.push(packet);
      void hurry();
    },
    close: () => over.abort(),
  };
};

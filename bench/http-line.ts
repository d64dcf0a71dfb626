import { connect, type Socket } from 'node:net';

/**
 * A connection that posts one request after the other and stays open. It reads no more of an answer than it must, so that
 * the clients of a measurement take a small part of the machine and leave the rest to what is measured.
 */
export class HttpLine {
  readonly #socket: Socket;
  readonly #head: string;
  #received = '';
  #waiting: { readonly answer: (body: string) => void; readonly fail: (error: Error) => void } | undefined;

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    const { hostname, port, host } = new URL(url);
    const lines = Object.entries({ host, 'content-type': 'application/json', ...headers });
    this.#head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    // Every body of a load is ASCII, so that a character is a byte.
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text) => this.#read(String(text)));
    this.#socket.on('error', (error) => this.#waiting?.fail(error));
    this.#socket.on('close', () => this.#waiting?.fail(new Error('The server closed the connection')));
  }

  /** Sends a body and waits for that of the answer, which has to be of status 200. */
  post(path: string, body: string): Promise<string> {
    return new Promise((answer, fail) => {
      this.#waiting = { answer, fail };
      this.#socket.write(`POST ${path} HTTP/1.1\r\n${this.#head}content-length: ${body.length}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #read(text: string): void {
    this.#received += text;
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#received.slice(0, end));
    const body = this.#received.slice(end + 4);
    if (length === null || body.length < Number(length[1])) return;
    const waiting = this.#waiting;
    const status = this.#received.slice(9, 12);
    this.#received = '';
    this.#waiting = undefined;
    if (status === '200') waiting?.answer(body);
    else waiting?.fail(new Error(`${status} ${body}`));
  }
}

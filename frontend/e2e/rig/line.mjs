// The line between the station and the marketplace: it passes everything on, until
// it is told to hold a request back, as a line does that dies at the worst moment.

import { createServer, request as ask } from 'node:http'
import { once } from 'node:events'

export class Line {
  /** @param {{url: string, token: string}} sandbox */
  constructor(sandbox) {
    this.far = new URL(sandbox.url)
    this.token = sandbox.token
    this.url = ''
    /** Every request that came in, such as "POST /ws/sav/refund".
     *
     * @type {string[]}
     */
    this.seen = []
    /** @type {(name: string) => boolean} */
    this.holds = () => false
    /** @type {(name: string) => number | null} */
    this.refuses = () => null
    this.server = createServer((request, answer) => this.pass(request, answer))
  }

  async start() {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('the line has no port')
    this.url = `http://127.0.0.1:${address.port}`
    return this
  }

  stop() {
    this.server.close()
    this.server.closeAllConnections()
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} answer
   */
  pass(request, answer) {
    const name = `${request.method} ${request.url?.split('?')[0]}`
    this.seen.push(name)
    if (this.holds(name)) return // It came in, and nobody will ever hear of it.
    const status = this.refuses(name)
    if (status !== null) {
      answer.writeHead(status).end()
      return
    }
    const onward = ask(
      { host: this.far.hostname, port: this.far.port, path: request.url, method: request.method, headers: request.headers },
      (came) => {
        answer.writeHead(came.statusCode ?? 502, came.rawHeaders)
        came.pipe(answer)
      },
    )
    onward.on('error', () => answer.destroy())
    request.pipe(onward)
  }
}

import { once } from 'node:events'
import { createServer } from 'node:http'

/** A program of somebody else, which has taken the port of a service that died. */
export type Stranger = {
  /** What it was sent: the lines and headers of the requests, and their bodies. */
  heard(): string
  /** How many requests it has answered. */
  readonly answered: number
  readonly port: number
  close(): Promise<void>
}

/** Listens on a port, or on any for 0, and says to everything that it is well and saved, in every form that was ever believed. */
export async function startStranger(port: number): Promise<Stranger> {
  const heard: Buffer[] = []
  let answered = 0
  const server = createServer((request, response) => {
    heard.push(Buffer.from(`${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n`))
    request.on('data', (chunk: Buffer) => heard.push(chunk))
    request.once('end', () => {
      answered += 1
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"ok":true,"value":{"saveNumber":2,"savedAt":"2026-11-24T08:00:00.000Z","state":"draft"}}')
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stranger has no port')
  return {
    port: address.port,
    heard: () => Buffer.concat(heard).toString('utf8'),
    get answered() {
      return answered
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

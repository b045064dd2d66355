import { startWordpress } from './start.ts'
import { whyNoWordpress } from './prepare.ts'

// Starts a WordPress to look at: node tests/support/wordpress/serve.ts
const reason = whyNoWordpress()
if (reason === null) {
  const site = await startWordpress()
  process.stdout.write(`${site.url}\n${JSON.stringify(site.accounts, null, 2)}\n`)
  process.once('SIGINT', () => void site.stop())
} else process.stdout.write(`${reason}\n`)

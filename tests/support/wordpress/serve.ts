import { startWordpress } from './start.ts'
import { whyNoWordpress } from './prepare.ts'

// Starts a WordPress to look at: node tests/support/wordpress/serve.ts
// With --prepare it is only made ready, before tests that run side by side would all begin to make it.
const reason = whyNoWordpress()
if (reason !== null) process.stdout.write(`There is no WordPress to test against: ${reason}.\n`)
else if (!process.argv.includes('--prepare')) {
  const site = await startWordpress()
  process.stdout.write(`${site.url}\n${JSON.stringify(site.accounts, null, 2)}\n`)
  process.once('SIGINT', () => void site.stop())
}

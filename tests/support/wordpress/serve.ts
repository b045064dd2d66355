import { startWordpress } from './start.ts'
import { whyNoWordpress } from './prepare.ts'

// Starts a WordPress to try by hand: node tests/support/wordpress/serve.ts
// With --prepare it is only prepared, so that parallel tests do not all start to prepare it.
const reason = whyNoWordpress()
if (reason !== null) process.stdout.write(`There is no WordPress to test against: ${reason}.\n`)
else if (!process.argv.includes('--prepare')) {
  const site = await startWordpress()
  process.stdout.write(`${site.url}\n${JSON.stringify(site.accounts, null, 2)}\n`)
  process.once('SIGINT', () => void site.stop())
}

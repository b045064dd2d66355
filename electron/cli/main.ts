import { CommanderError } from 'commander'
import { translator } from '#core/locale/translate.ts'
import { explain } from './failure.ts'
import { languageOf } from '#electron/service/environment/language.ts'
import { createProgram } from './program.ts'

// The reader of a pipe may close it early (`midad list | head`). That is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const t = translator(languageOf(process.env), 'latn')
const typed = process.argv.slice(2)
// `npm run … -- --` and other launchers may pass on their own separator.
const words = typed[0] === '--' ? typed.slice(1) : typed

try {
  const program = createProgram(t, (status) => {
    process.exitCode = status
  })
  await program.parseAsync(words, { from: 'user' })
} catch (error) {
  if (!(error instanceof CommanderError && error.exitCode === 0)) {
    const { status, line } = explain(error, t)
    process.stderr.write(`midad: ${line}\n`)
    process.exitCode = status
  }
}

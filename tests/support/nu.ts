import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { delimiter } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const JAR = join(import.meta.dirname, '..', '..', 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar')

/** Whether the Nu checker can run here: it needs Java. */
export const hasNu = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'java')))

/** @returns the errors and warnings of the Nu HTML checker for pages. */
export async function nuMessages(pages: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-nu-'))
  try {
    const paths = pages.map((page, index) => {
      const path = join(folder, `${index}.html`)
      writeFileSync(path, page)
      return path
    })
    // The report goes to standard error, and to standard output with `--stdout`; its status is 0 with `--exit-zero-always`.
    const args = ['-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always', ...paths]
    const { stdout } = await run('java', args, { maxBuffer: 64 * 1024 * 1024 })
    const { messages } = JSON.parse(stdout) as { messages: { type: string; message: string; extract?: string }[] }
    return messages.map(({ type, message, extract = '' }) => `${type}: ${message} ${extract}`.trim())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

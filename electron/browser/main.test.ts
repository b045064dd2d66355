import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'

const MAIN = join(import.meta.dirname, 'main.ts')

/** @returns the first two lines that Midad prints where no window can be opened. */
async function firstLines(language: string): Promise<string[]> {
  const home = tempFolder()
  const child = spawn(process.execPath, [MAIN, '--store', join(home, 'store'), '--no-window'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: home, LC_ALL: language },
  })
  const closed = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await closed
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === 2) break
  }
  return lines
}

it('says below the address until when it is valid, and how to get another', async () => {
  const [address, note] = await firstLines('ar')
  expect(address).toMatch(/^Midad: http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{12}\.[\da-f]{64}$/u)
  expect(note).toMatch(
    /^يفتح هذا العنوان نافذة واحدة، وتنتهي صلاحيته الساعة \d{1,2}:\d\d\s[صم]\. لعنوان آخر بعدها أوقف مداد بـCtrl\+C ثم شغّله من جديد\.$/u,
  )
})

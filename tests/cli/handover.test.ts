import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runMidad, type Result } from '#tests/support/command-line.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

it('midad hand-over and midad take carry an article from store to store, once', async () => {
  const folder = tempFolder()
  const at =
    (store: string) =>
    (...args: string[]): Promise<Result> =>
      runMidad(['--store', join(folder, store), ...args])
  const [laptop, desk] = [at('laptop'), at('desk')]
  const source = join(folder, 'article.md')
  writeFileSync(source, '# هدنة في الجنوب\n\nاتفق الطرفان أمس.\n')
  const { id } = JSON.parse((await laptop('import', source, '--by', 'سعاد', '--json')).out)
  const out = join(folder, 'stick', 'new')
  const given = await laptop('hand-over', id.slice(0, 8), '--out', out)
  const path = join(out, 'هدنة-في-الجنوب.midad')
  expect(given).toEqual({ status: 0, out: `The hand-over was written: ${path}\n`, err: '' })
  expect(readdirSync(out)).toEqual(['هدنة-في-الجنوب.midad'])
  const said = 'It is not signed, so nothing proves who handed it over.\n'
  const fresh = `${said}It is not here yet. It comes in with its versions, threads, proposals and history.\nState afterwards: Draft\n`
  expect((await desk('take', path, '--look')).out).toBe(`${fresh}Nothing was taken in.\n`)
  expect((await desk('take', path)).out).toBe(`${fresh}The article ${id} was taken in: هدنة في الجنوب\n`)
  expect(JSON.parse((await desk('show', id, '--json')).out)).toMatchObject({ id, state: 'draft' })
  expect((await desk('take', path)).out).toBe(
    `${said}All of it is here already, so nothing changes.\nState afterwards: Draft\nNothing was taken in.\n`,
  )
  expect(await laptop('hand-over', id, '--out', out, '--to', 'كريم')).toEqual({
    ...{ status: 1, out: '', err: 'midad: No one person whom this store knows goes by “كريم”.\n' },
  })
  expect((await desk('take', source)).err).toContain('midad: This hand-over is damaged')
})

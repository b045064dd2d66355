import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runMidad } from '#tests/support/command-line.ts'
import { bindingSchema, type Binding } from '#core/export/binding.ts'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { png } from '#tests/support/pictures.ts'
import { ELAPH_PATH } from '#tests/support/real-article.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const top = join(import.meta.dirname, '..', '..')
const HEADLINE = 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'

function inStore() {
  const folder = tempFolder()
  const store = join(folder, 'store')
  return { folder, store, run: (...args: string[]) => runMidad(['--store', store, ...args]) }
}

describe('midad', () => {
  it('takes the real article from its text to a verified package', async () => {
    const { folder, run } = inStore()
    const imported = await run('import', ELAPH_PATH, '--json')
    expect(imported.status).toBe(0)
    const { id, warnings } = JSON.parse(imported.out)
    expect(warnings).toEqual(['figure-without-image'])
    const shown = JSON.parse((await run('show', id, '--json')).out)
    expect(shown.document.filter(({ type }: { type: string }) => type === 'paragraph').length).toBe(12)
    expect(shown.metadata.section).toBe('أخبار')
    expect((await run('search', 'الكاظمى')).out).toContain(HEADLINE)
    expect(JSON.parse((await run('list', '--json')).out)).toMatchObject([
      { id, headline: HEADLINE, state: 'draft', words: 566 },
    ])
    expect((await run('move', id, 'submitted', '--by', 'سعاد', '--note', 'جاهزة')).status).toBe(0)
    expect((await run('move', id.slice(0, 8), 'approved', '--by', 'كريم')).status).toBe(0)
    const out = join(folder, 'out')
    const exported = await run('export', id, '--out', out, '--json')
    expect(exported.status).toBe(0)
    const { path } = JSON.parse(exported.out)
    expect(readdirSync(out).map((name) => join(out, name))).toEqual([path])
    expect((await runMidad(['verify', path])).status).toBe(0)

    const bytes = readFileSync(path)
    bytes[bytes.indexOf('بريطانيا')] = 0x41
    const tampered = join(folder, 'tampered.zip')
    writeFileSync(tampered, bytes)
    const verdict = await runMidad(['verify', tampered, '--json'])
    expect(verdict.status).toBe(1)
    expect(JSON.parse(verdict.out)).toMatchObject({ valid: false })
    expect((await runMidad(['verify', tampered])).out).toContain('a changed file: its checksum is not the recorded one')
  })

  it('exports what is not approved only as a draft, and leaves no empty folder behind', async () => {
    const { folder, run } = inStore()
    const { id } = JSON.parse((await run('import', ELAPH_PATH, '--json')).out)
    const out = join(folder, 'out')
    const refused = await run('export', id, '--out', out)
    expect(refused).toEqual({
      status: 1,
      out: '',
      err: 'midad: The article has not been approved. Approve it first, or export it as a draft.\n',
    })
    expect(existsSync(out)).toBe(false)
    expect((await run('export', id, '--out', out, '--draft')).status).toBe(0)
  })

  it('exports several articles together with the chosen formats, and names those that may not be exported', async () => {
    const { folder, run } = inStore()
    const ids: string[] = []
    for (let count = 0; count < 3; count += 1) {
      ids.push(JSON.parse((await run('import', ELAPH_PATH, '--as', 'copy', '--json')).out).id)
    }
    const out = join(folder, 'out')
    const none = await run('export', ...ids, '--out', out)
    expect([none.status, none.err]).toEqual([1, ''])
    expect(none.out.split('\n')).toEqual([
      ...ids.map(
        () =>
          `Not written, “${HEADLINE}”: The article has not been approved. Approve it first, or export it as a draft.`,
      ),
      ...['No package was written.', ''],
    ])
    expect(existsSync(out)).toBe(false)
    for (const id of ids.slice(0, 2)) {
      await run('move', id, 'submitted', '--by', 'سعاد')
      await run('move', id, 'approved', '--by', 'كريم')
    }
    const some = await run('export', ...ids, '--out', out, '--formats', 'markdown,text', '--json')
    expect(some.status).toBe(1)
    const { list, packages, refused } = JSON.parse(some.out)
    expect(packages.map(({ id, version }: { id: string; version: number }) => [id, version])).toEqual(
      ids.slice(0, 2).map((id) => [id, 1]),
    )
    expect(refused).toEqual([{ id: ids[2], code: 'not-approved', params: { state: 'draft' } }])
    expect(JSON.parse(readFileSync(list, 'utf8')).packages).toHaveLength(2)
    expect((await runMidad(['verify', packages[0].path])).out).toContain('data/article.md')
    const wrong = await run('export', ids[0] ?? '', '--out', out, '--formats', 'word')
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('The value “word” is not accepted')])
  })

  it('names the checks that stop an approval and an export, and leaves no empty folder behind', async () => {
    const { folder, store, run } = inStore()
    const { id } = JSON.parse((await run('import', ELAPH_PATH, '--json')).out)
    const requireChecks = async (levels: Partial<Binding>): Promise<void> => {
      const service = openService(store, { sendsByItself: false })
      resultOrThrow(await service.call('settings.set', { role: 'editor' }, 'test'))
      resultOrThrow(await service.call('settings.set', { binding: bindingSchema.parse(levels) }, 'test'))
      service.close()
    }
    await requireChecks({ 'no-slug': 'approval', 'figure-without-image': 'approval' })
    await run('move', id, 'submitted', '--by', 'سعاد')
    expect(await run('move', id, 'approved', '--by', 'كريم')).toEqual({
      status: 1,
      out: '',
      err: 'midad: The article cannot be approved before it has what the house requires: slug, an image in every picture block. Complete it, then approve it. The checklist on the export screen shows where.\n',
    })
    await requireChecks({})
    expect((await run('move', id, 'approved', '--by', 'كريم')).status).toBe(0)
    await requireChecks({ 'no-slug': 'export' })
    const out = join(folder, 'out')
    expect(await run('export', id, '--out', out)).toEqual({
      status: 1,
      out: '',
      err: 'midad: The article cannot be exported or sent before it has what the house requires: slug. Complete it, approve it anew if its text changes, then try again. The checklist on the export screen shows where.\n',
    })
    expect(existsSync(out)).toBe(false)
    await requireChecks({})
    expect((await run('export', id, '--out', out)).status).toBe(0)
  })

  it('records who imports, as the name says that was given', async () => {
    const { run } = inStore()
    const { id } = JSON.parse((await run('import', ELAPH_PATH, '--by', 'هدى', '--json')).out)
    const { points } = JSON.parse((await run('history', id, '--json')).out)
    expect(points.map(({ reason, by }: Record<string, string>) => [reason, by])).toEqual([['imported', 'هدى']])
    expect(await run('import', ELAPH_PATH, '--by', ' ')).toMatchObject({
      status: 2,
      err: expect.stringContaining('The option “--by” is empty'),
    })
  })

  it('refuses in one plain line, with status 1', async () => {
    const { folder, run } = inStore()
    const file = (name: string, bytes: string | Buffer): string => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    }
    const cases: [string[], RegExp][] = [
      [['import', join(folder, 'none.txt')], /There is no file that can be read/u],
      [['import', file('a.docx', Buffer.from('504b0304', 'hex'))], /The file is damaged or cut off/u],
      [['import', file('a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))], /This is not a text file/u],
      [['import', file('empty.txt', ' \n')], /There is no text in this file/u],
      [['import', file('huge.txt', Buffer.alloc(50 * 1024 * 1024, 'ا'))], /larger than 10 MB/u],
      [['show', 'abcd1234'], /No article’s id begins with “abcd1234”/u],
      [['verify', file('x.zip', 'ليس zip')], /^$/u],
    ]
    for (const [args, words] of cases) {
      const { status, err } = await run(...args)
      expect(status, args.join(' ')).toBe(1)
      expect(err).toMatch(words)
      expect(err.split('\n').length).toBeLessThanOrEqual(2)
    }
    expect(JSON.parse((await run('list', '--json')).out)).toEqual([])
  })

  it('imports the pictures beside a file that it names', async () => {
    const { folder, run } = inStore()
    mkdirSync(join(folder, 'images'))
    for (const name of ['a.png', 'other.png']) writeFileSync(join(folder, 'images', name), png(6, 4))
    writeFileSync(join(folder, 'خبر.md'), '# عنوان\n\nنص.\n\n![قاعة](images/a.png)\n')
    const imported = await run('import', join(folder, 'خبر.md'), '--json')
    const { id, losses } = JSON.parse(imported.out)
    expect(losses).toEqual([{ index: 0, losses: [] }])
    const { document } = JSON.parse((await run('show', id, '--json')).out)
    expect(document.at(-1)).toMatchObject({
      type: 'figure',
      alt: 'قاعة',
      asset: { width: 6, height: 4, name: 'a.png' },
    })
  })

  it('reads the files of old newsrooms', async () => {
    const { folder, run } = inStore()
    const text = readFileSync(ELAPH_PATH, 'utf8')
    const old = join(folder, 'old.txt')
    writeFileSync(old, iconv.encode(text, 'windows-1256'))
    const { warnings } = JSON.parse((await run('import', old, '--json')).out)
    expect(warnings).toEqual(['figure-without-image', 'decoded-legacy'])
    writeFileSync(join(folder, 'bom.txt'), `\uFEFF${text}`)
    expect((await run('import', join(folder, 'bom.txt'))).status).toBe(0)
    expect(JSON.parse((await run('list', '--json')).out).map(({ headline }: { headline: string }) => headline)).toEqual(
      [HEADLINE, HEADLINE],
    )
  })

  it.each([
    [[], 'No command was given'],
    [['publish'], 'There is no command “publish”'],
    [['list', '--fast'], 'There is no option “--fast”'],
    [['import'], 'The argument “FILE” is missing'],
    [['move', 'abcd', 'submitted'], 'The option “--by'],
    [['move', 'abcd', 'printed', '--by', 'x'], 'The value “printed” is not accepted'],
    [['search', '  '], 'The argument “WORDS” is missing'],
    [['list', 'more'], 'There are too many arguments'],
  ])('reports the misuse %j in one line, with status 2', async (args, words) => {
    const { run } = inStore()
    const { status, out, err } = await run(...args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(words)
    expect(err.trim().split('\n').length).toBe(1)
  })

  it('refuses an illegal move, a missing note, and a role that may not', async () => {
    const { run } = inStore()
    const { id } = JSON.parse((await run('import', ELAPH_PATH, '--json')).out)
    expect((await run('move', id, 'approved', '--by', 'كريم')).err).toContain(
      'cannot go from “Draft” straight to “Approved”',
    )
    expect((await run('move', id, 'submitted', '--by', 'سعاد')).status).toBe(0)
    expect((await run('move', id, 'returned', '--by', 'كريم')).err).toContain('This step needs a note')
    expect((await run('move', id, 'approved', '--by', 'سعاد', '--role', 'reporter')).err).toContain(
      'Only an editor may do this',
    )
  })

  it('speaks Arabic in an Arabic locale', async () => {
    const { store } = inStore()
    expect((await runMidad(['--store', store, 'show', 'abcd1234'], { LC_ALL: 'ar_IQ.UTF-8' })).err).toBe(
      'midad: لا توجد مقالة يبدأ معرّفها بـ«abcd1234». اعرض المعرّفات بالأمر list.\n',
    )
    const help = await runMidad(['--help'], { LC_ALL: 'ar_IQ.UTF-8' })
    expect(help.status).toBe(0)
    expect(help.out).toContain('الأوامر:')
  })

  it('closes the store though Ctrl+C comes twice, from the terminal and from the launcher', async () => {
    const { store } = inStore()
    const args = [join(top, 'electron', 'browser', 'main.ts'), '--store', store, '--no-window']
    const shell = spawn(process.execPath, args, { cwd: top })
    await once(shell.stdout, 'data')
    expect(readdirSync(store)).toContain('midad.db-wal')
    shell.kill('SIGINT')
    shell.kill('SIGINT')
    await once(shell, 'exit')
    expect(readdirSync(store).toSorted()).toEqual(['midad.db', 'midad.lock'])
  })

  it('refuses a store that is open in another Midad, and a file that is no store', async () => {
    const { folder, store, run } = inStore()
    const shell = spawn(
      process.execPath,
      [join(top, 'electron', 'browser', 'main.ts'), '--store', store, '--no-window'],
      { cwd: top },
    )
    onTestFinished(() => void shell.kill('SIGKILL'))
    await once(shell.stdout, 'data')
    expect(await run('list')).toMatchObject({ status: 1, err: expect.stringContaining('open in another Midad') })
    const again = spawn(
      process.execPath,
      [join(top, 'electron', 'browser', 'main.ts'), '--store', store, '--no-window'],
      { cwd: top },
    )
    expect(await once(again, 'exit')).toEqual([1, null])
    shell.kill('SIGTERM')
    expect(await once(shell, 'exit')).toEqual([0, null])
    expect((await run('list')).status).toBe(0)
    mkdirSync(join(folder, 'foreign'))
    writeFileSync(join(folder, 'foreign', 'midad.db'), 'شيء آخر')
    expect((await runMidad(['--store', join(folder, 'foreign'), 'list'])).err).toContain('not Midad’s')
  })
})

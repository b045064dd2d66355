import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runMidad, type Result } from '#tests/support/command-line.ts'
import { ELAPH_PATH } from '#tests/support/real-article.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

type Desk = { folder: string; id: string; run: (...args: string[]) => Promise<Result> }

/** @returns a store with one article of two paragraphs. */
async function desk(): Promise<Desk> {
  const folder = tempFolder()
  const run = (...args: string[]): Promise<Result> => runMidad(['--store', join(folder, 'store'), ...args])
  const path = join(folder, 'article.md')
  writeFileSync(path, '# عنوان الخبر\n\nوصل الوفد إلى **بغداد** مساء أمس.\n\nوقال الوزير إن المحادثات بدأت.\n')
  const { id } = JSON.parse((await run('import', path, '--by', 'سعاد', '--json')).out)
  return { folder, id, run }
}

describe('midad comment', () => {
  it('begins a discussion on words, answers and resolves it, and shows it beside the document', async () => {
    const { id, run } = await desk()
    const begun = await run('comment', id, 'من قال هذا؟', '--on', 'إن المحادثات', '--by', 'كريم', '--json')
    expect(begun.status).toBe(0)
    const thread = JSON.parse(begun.out)
    expect(thread.anchor).toMatchObject({ on: 'words', quote: 'إن المحادثات', before: 'وقال الوزير ', after: ' بدأت.' })
    const reply = ['comment', id, 'قاله أمس.', '--reply', thread.id.slice(0, 8), '--by', 'سعاد', '--role', 'reporter']
    expect((await run(...reply)).out).toBe(`Replied in discussion ${thread.id}\n`)
    await run('comment', id, 'العنوان طويل', '--by', 'كريم')
    expect((await run('comment', id, '--resolve', thread.id, '--by', 'كريم')).out).toBe(
      `Resolved discussion ${thread.id}\n`,
    )
    const shown = JSON.parse((await run('show', id, '--json')).out)
    const block = shown.document[2].id
    expect(shown.threads).toMatchObject([
      {
        messages: [
          { by: 'كريم', text: 'من قال هذا؟' },
          { by: 'سعاد', text: 'قاله أمس.' },
        ],
        resolved: { by: 'كريم' },
        place: { on: 'words', parts: [{ block, start: 12, end: 24 }] },
      },
      { messages: [{ text: 'العنوان طويل' }], resolved: null, place: { on: 'article', isGone: false } },
    ])
    expect(shown.state).toBe('draft')
  })

  it('refuses words that are not in the text or there twice, an unknown discussion, and a comment without words', async () => {
    const { id, run } = await desk()
    const refused = async (...args: string[]): Promise<[number, string]> => {
      const { status, err } = await run('comment', id, ...args, '--by', 'كريم')
      return [status, err]
    }
    expect(await refused('نعم', '--on', 'الرئيس')).toEqual([
      1,
      'midad: The article does not have “الرئيس”. Copy the words from its text.\n',
    ])
    expect(await refused('نعم', '--on', 'ال')).toEqual([1, expect.stringContaining('more than once')])
    expect(await refused('نعم', '--reply', 'abcd')).toEqual([1, expect.stringContaining('No one discussion')])
    expect(await refused('--on', 'بغداد')).toEqual([2, expect.stringContaining('TEXT')])
    expect(await refused('نعم', '--on', 'بغداد', '--block', 'x')).toEqual([2, expect.stringContaining('Give one of')])
  })
})

describe('midad propose', () => {
  it('proposes the words of a plain text, without the marks, and changes no word of the article', async () => {
    const { folder, id, run } = await desk()
    const before = JSON.parse((await run('show', id, '--json')).out)
    const path = join(folder, 'edited.txt')
    writeFileSync(path, 'عنوان الخبر\n\nوصل الوفد إلى بغداد صباح أمس.\n\nوقال الوزير إن المحادثات بدأت.\n')
    const proposed = await run('propose', id, path, '--by', 'كريم', '--note', 'الوقت')
    expect(proposed).toEqual({
      ...{ status: 0, err: '' },
      out: expect.stringMatching(/^Made proposal [\w-]+\n {2}-مساء\t\+صباح\n$/u),
    })
    const { proposals, document, saveNumber } = JSON.parse((await run('show', id, '--json')).out)
    expect({ document, saveNumber }).toEqual({ document: before.document, saveNumber: before.saveNumber })
    expect(proposals).toMatchObject([
      {
        ...{ by: 'كريم', note: 'الوقت', clashes: 0 },
        changes: [{ block: before.document[1].id, type: 'paragraph', removed: 'مساء', added: 'صباح', fields: [] }],
      },
    ])
  })

  it('says so when a file proposes nothing, and takes marks from a format that has them', async () => {
    const { folder, id, run } = await desk()
    expect((await run('propose', id, join(folder, 'article.md'), '--by', 'كريم')).status).toBe(1)
    const path = join(folder, 'bold.md')
    writeFileSync(path, '# عنوان الخبر\n\nوصل الوفد إلى بغداد مساء أمس.\n\nوقال الوزير إن المحادثات بدأت.\n')
    const proposed = JSON.parse((await run('propose', id, path, '--by', 'كريم', '--json')).out)
    expect(proposed.changes).toMatchObject([{ removed: '', added: '', aspects: ['bold'] }])
  })

  it('proposes nothing by the very text from which the real article was imported', async () => {
    const folder = tempFolder()
    const run = (...args: string[]): Promise<Result> => runMidad(['--store', join(folder, 'store'), ...args])
    const { id } = JSON.parse((await run('import', ELAPH_PATH, '--json')).out)
    expect((await run('propose', id, ELAPH_PATH, '--by', 'كريم')).status).toBe(1)
  })
})

describe('midad assign', () => {
  it('assigns an article, which is then in the queue of its assignee, and takes the assignment away', async () => {
    const { id, run } = await desk()
    const given = ['--to', 'ليلى', '--deadline', '2026-12-01T15:00Z', '--task', 'أضيفي رأي الوزارة.', '--by', 'كريم']
    const assigned = await run('assign', id, ...given, '--json')
    expect(JSON.parse(assigned.out)).toEqual({
      ...{ id, assignee: 'ليلى', deadline: '2026-12-01T15:00:00.000Z', instruction: 'أضيفي رأي الوزارة.' },
    })
    const waiting = async (name: string): Promise<string[]> => {
      const { out } = await run('list', '--queue', 'waiting', '--by', name, '--json')
      return JSON.parse(out).map((row: { id: string }) => row.id)
    }
    expect([await waiting('ليلى'), await waiting('كريم')]).toEqual([[id], []])
    expect((await run('assign', id, '--by', 'كريم')).out).toBe(`Saved the assignment of article ${id}\n`)
    expect(await waiting('ليلى')).toEqual([])
  })

  it('refuses a deadline that is no time, and a queue that does not exist', async () => {
    const { id, run } = await desk()
    expect(await run('assign', id, '--deadline', 'غدًا', '--by', 'كريم')).toMatchObject({
      status: 2,
      err: 'midad: The value “غدًا” of --deadline is not a time; write it like 2026-12-01T15:00.\n',
    })
    expect((await run('list', '--queue', 'none')).status).toBe(2)
  })
})

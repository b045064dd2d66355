import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import { SIGNATURE_FILE } from '#core/export/package/signature.ts'
import { buildHandover, HANDOVER_FILE, type HandoverContent } from '#core/newsroom/handover/bag.ts'
import { handoverSchema, type Handover } from '#core/newsroom/handover/handover.ts'
import { parseJson } from '#core/article/json.ts'
import { listWriters } from '#db/tables/writers.ts'
import { readZip } from '#electron/files/zip-read.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { machine, writeAt, type Machine } from '#tests/support/handing.ts'
import { rawZip } from '#tests/support/raw-zip.ts'
import { EDITOR, REPORTER, writtenArticle } from '#tests/support/service.ts'
import { OTHER, SUAD } from '#tests/support/signers.ts'

/** @returns an article of a laptop, and its hand-over as it is in the bag. */
async function handed(): Promise<{ laptop: Machine; id: string; file: Buffer; content: HandoverContent }> {
  const laptop = await machine(REPORTER)
  const id = await writtenArticle(laptop)
  await laptop.call('threads.begin', { id, saveNumber: 1, anchor: { on: 'article' }, text: 'راجع' })
  const file = await laptop.give(id)
  return { laptop, id, file, content: await contentOf(file) }
}

async function contentOf(file: Uint8Array): Promise<HandoverContent> {
  const { files } = await readZip(file)
  const of = (folder: string): Map<string, Uint8Array> =>
    new Map(
      [...files].flatMap(([path, bytes]) => {
        const hash = new RegExp(`^handover/data/${folder}/([0-9a-f]{64})`, 'u').exec(path)?.[1]
        return hash === undefined || bytes === null ? [] : [[hash, bytes] as const]
      }),
    )
  const said = parseJson(Buffer.from(files.get(`handover/data/${HANDOVER_FILE}`) ?? []).toString('utf8'))
  return { handover: handoverSchema.parse(said), texts: of('texts'), pictures: of('pictures') }
}

const zipped = (content: HandoverContent): Promise<Uint8Array> => writeZip(buildHandover(content, SUAD))
const saying = ({ handover, ...rest }: HandoverContent, said: Partial<Handover>): HandoverContent => ({
  ...rest,
  handover: { ...handover, ...said },
})

/** Another text of the article, under its own hash. */
function anotherText(content: HandoverContent, change: (article: object) => object): { hash: string; bytes: Buffer } {
  const json = Buffer.from(content.texts.get(content.handover.head) ?? []).toString('utf8')
  const bytes = Buffer.from(canonicalJson(change(parseJson(json) as object)))
  return { hash: sha256Hex(bytes), bytes }
}

type Kind = [what: string, make: (content: HandoverContent) => Uint8Array | Promise<Uint8Array>, problem: string]

const KINDS: Kind[] = [
  ['no zip', () => Buffer.from('نص'), 'not-a-zip'],
  ['a zip without a bag', () => rawZip([{ name: 'a.txt', data: 'نص' }]), 'not-a-bag'],
  ['a path that leads outside', () => rawZip([{ name: 'handover/../../a.txt', data: 'نص' }]), 'unsafe-path'],
  ['a link', () => rawZip([{ name: 'handover/a', data: '/etc/passwd', mode: 0o120777 }]), 'symlink'],
  [
    'a text that is not as its hash says',
    (content) => zipped({ ...content, texts: new Map([...content.texts].map(([hash]) => [hash, Buffer.from('{}')])) }),
    'bad-article',
  ],
  ['a text that is missing', (content) => zipped({ ...content, texts: new Map() }), 'bad-article'],
  [
    'a text of another article',
    (content) => {
      const { hash, bytes } = anotherText(content, (article) => ({ ...article, id: 'غيرها' }))
      const revisions = content.handover.revisions.map((each) => ({ ...each, hash }))
      return zipped({ ...saying(content, { revisions, head: hash }), texts: new Map([[hash, bytes]]) })
    },
    'bad-article',
  ],
  [
    'a text that nests without end',
    (content) => {
      const bytes = Buffer.from(`{"document":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
      const hash = sha256Hex(bytes)
      const revisions = content.handover.revisions.map((each) => ({ ...each, hash }))
      return zipped({ ...saying(content, { revisions, head: hash }), texts: new Map([[hash, bytes]]) })
    },
    'bad-article',
  ],
  [
    'a text beside those that it names',
    (content) => {
      const { hash, bytes } = anotherText(content, (article) => ({ ...article, schemaVersion: 2, extra: 1 }))
      return zipped({ ...content, texts: new Map([...content.texts, [hash, bytes]]) })
    },
    'extra-file',
  ],
  [
    'a picture that is none',
    (content) => {
      const bytes = Buffer.from('ليست صورة')
      const hash = sha256Hex(bytes)
      const picture = { hash, mediaType: 'image/png', width: 1, height: 1, size: bytes.length, name: 'a.png' } as const
      return zipped({ ...saying(content, { pictures: [picture] }), pictures: new Map([[hash, bytes]]) })
    },
    'unnamed-picture',
  ],
  [
    'a step that is none',
    (content) =>
      zipped(
        saying(content, { events: content.handover.events.map((event) => ({ ...event, action: 'hacked' as never })) }),
      ),
    'bad-json',
  ],
  ['a time that no screen can show', (content) => zipped(saying(content, { updatedAt: 'غدًا' })), 'bad-json'],
  ['another format', (content) => zipped(saying(content, { formatVersion: 2 as never })), 'bad-json'],
  ['no words at all', (content) => zipped(saying(content, { events: [] })), 'bad-json'],
]

describe('a hostile hand-over', () => {
  it.each(KINDS)('%s is refused, and nothing of it is taken', async (_what, make, problem) => {
    const { content } = await handed()
    const desk = await machine(EDITOR)
    await expect(desk.take(await make(content))).rejects.toMatchObject({
      code: 'handover-unsound',
      params: { problem },
    })
    expect((await desk.call('articles.list', {})).rows).toEqual([])
  })

  it('of which a byte of any file was changed, or the end cut off, is refused', async () => {
    const { content } = await handed()
    const desk = await machine(EDITOR)
    const files = buildHandover(content, SUAD)
    const whole = await writeZip(files)
    for (const [place, { path }] of files.entries()) {
      const changed = files.map((file, at) => (at === place ? { path, bytes: flipped(file.bytes) } : file))
      // oxlint-disable-next-line no-await-in-loop -- one after another, to name the file that fails
      await expect(desk.take(await writeZip(changed)), path).rejects.toMatchObject({ code: 'handover-unsound' })
    }
    for (const share of [0, 0.3, 0.6, 0.9]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      // oxlint-disable-next-line no-await-in-loop -- one after another, to name the place that fails
      await expect(desk.take(cut), `${share}`).rejects.toMatchObject({ code: 'handover-unsound' })
    }
    expect((await desk.call('articles.list', {})).rows).toEqual([])
  })

  it('does not put words into the threads of another article', async () => {
    const { content } = await handed()
    const desk = await machine(EDITOR)
    const other = await writtenArticle(desk)
    const { thread } = await desk.call('threads.begin', {
      ...{ id: other, saveNumber: 1, anchor: { on: 'article' }, text: 'نقاش المكتب' },
    })
    const [first] = content.handover.threads
    const threads = first === undefined ? [] : [{ ...first, id: thread.id }]
    await expect(desk.take(await zipped(saying(content, { threads })))).rejects.toMatchObject({
      ...{ code: 'handover-unsound', params: { problem: 'identity-differs' } },
    })
    const { threads: there } = await desk.call('threads.list', { id: other })
    expect(there.map(({ messages }) => messages.map(({ text }) => text))).toEqual([['نقاش المكتب']])
  })

  it('does not make the store forget who wrote', async () => {
    const { laptop, id, file } = await handed()
    const desk = await machine(EDITOR)
    await desk.take(file)
    await laptop.edit(id, writeAt(1, 'نص آخر.'))
    const content = await contentOf(await laptop.give(id))
    expect(await desk.take(await zipped(saying(content, { writers: [] })))).toMatchObject({ effect: 'forward' })
    expect(listWriters(desk.store.db, id)).toEqual(['سعاد'])
  })

  it('that somebody signed anew is theirs, and one without its signature is nobody’s', async () => {
    const { content } = await handed()
    const desk = await machine(EDITOR)
    const signed = await writeZip(buildHandover(content, OTHER))
    expect((await desk.look(signed)).sender).toMatchObject({ publicKey: OTHER.publicKey, knownAs: null })
    expect((await desk.look(await writeZip(buildHandover(content, null)))).sender).toBeNull()
    const stripped = buildHandover(content, SUAD).filter(({ path }) => !path.endsWith(SIGNATURE_FILE))
    await expect(desk.look(await writeZip(stripped))).rejects.toMatchObject({ params: { problem: 'missing-file' } })
  })
})

function flipped(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes)
  const middle = Math.floor(changed.length / 2)
  changed[middle] = (changed[middle] ?? 0) ^ 1
  return changed
}

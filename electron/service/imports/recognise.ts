import { articleText, headText } from '#core/article/plain-text.ts'
import { countWords } from '#core/article/words.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import type { FoundArticle } from '#core/contract/import.ts'
import { previewOf } from '#core/import/summary.ts'
import { incomingOf, knownOf, type ImportContext, type Incoming } from './incoming.ts'
import { readPasted } from './read-file.ts'
import { countPictures } from './resolve-pictures.ts'

/** Answers `import.recognise`: reads a file or pasted text, and stores nothing. @throws ContractError as `readFile`. */
export async function recognise(
  input: CallParsed<'import.recognise'>,
  context: ImportContext,
): Promise<CallOutput<'import.recognise'>> {
  if ('text' in input) return readPasted(input.text)
  const read = await incomingOf(Buffer.from(input.bytes, 'base64'), input.name, context)
  if (read.kind === 'lines') return read
  const articles = read.incoming.map((each, index) => foundOf(each, index, context))
  return { kind: 'articles', format: read.format, articles }
}

function foundOf(incoming: Incoming, index: number, { store }: ImportContext): FoundArticle {
  const { article, losses } = incoming
  const text = (type: 'headline' | 'deck' | 'byline'): string => headText(article, type).trim()
  return {
    index,
    ...{ headline: text('headline'), deck: text('deck'), byline: text('byline') },
    section: article.metadata.section,
    words: countWords(articleText(article)),
    pictures: countPictures(article),
    preview: previewOf(article),
    losses,
    known: knownOf(incoming, store.db),
  }
}

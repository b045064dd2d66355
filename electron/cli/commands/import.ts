import type { CallOutput } from '#core/contract/contract.ts'
import type { FoundArticle, TakeAs } from '#core/contract/import.ts'
import { readSource } from '#electron/service/imports/source-file.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { fromHere } from '../session.ts'

type Recognised = CallOutput<'import.recognise'>
type ImportOptions = { as?: TakeAs; only?: readonly number[] }

/**
 * Imports a file as drafts. The lines of a plain text get the roles that Midad recognises, without review. Of any other
 * format, all articles are imported, or those whose numbers are in `only`, from 1. An article that the store already
 * has is imported only when `as` says how.
 */
export async function importCommand(session: Session, path: string, options: ImportOptions): Promise<Answer> {
  const file = await readSource(fromHere(path))
  const found = await session.call('import.recognise', file)
  return found.kind === 'lines' ? importLines(session, found) : importArticles(session, file, found, options)
}

async function importLines(
  session: Session,
  { lines, section, warnings }: Extract<Recognised, { kind: 'lines' }>,
): Promise<Answer> {
  const { id } = await session.call('import.accept', { lines, section })
  return {
    value: { id, warnings },
    lines: [session.t('cli.imported', { id }), ...warnings.map((warning) => session.t(`cli.warning-${warning}`))],
  }
}

/** How many examples of a loss are shown, and how much of each; `--json` prints all of it. */
const SHOWN = 3
const SHOWN_LENGTH = 120

const cut = (text: string): string =>
  text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH - 1).replace(/\p{Cs}$/u, '')}…`

/** @returns a line for each kind of thing that the draft lost from the file. */
function lossLines({ losses }: FoundArticle, { t }: Session): string[] {
  return losses.map(({ code, count, examples }) => {
    const words = t(`importing.loss-${code}`, { count })
    return examples.length === 0 ? `  ${words}` : `  ${words} (${examples.slice(0, SHOWN).map(cut).join(' | ')})`
  })
}

/** @returns a line for each proposal, and one for the threads, that came with the article. */
function reviewLines({ review }: FoundArticle, { t }: Session): string[] {
  if (review === null) return []
  const nameOf = (by: string): string => (by === '' ? t('importing.unknown-person') : by)
  const { proposals, threads, people } = review
  return [
    ...proposals.map(({ by, changes, isUntracked }) =>
      t(isUntracked ? 'importing.review-untracked' : 'importing.review-proposal', { changes, by: nameOf(by) }),
    ),
    ...(threads === 0 ? [] : [t('importing.review-threads', { threads, people: people.map(nameOf).join('، ') })]),
  ].map((line) => `  ${line}`)
}

async function importArticles(
  session: Session,
  file: Awaited<ReturnType<typeof readSource>>,
  { format, articles }: Extract<Recognised, { kind: 'articles' }>,
  { as, only }: ImportOptions,
): Promise<Answer> {
  const { t } = session
  const chosen = articles.filter(({ index }) => only === undefined || only.includes(index + 1))
  const known = as === undefined ? chosen.filter((article) => article.known !== null) : []
  if (chosen.length === 0 || known.length > 0) {
    const here = known.map((article) => ({
      index: article.index,
      id: article.known?.id,
      isSame: article.known?.isSame,
    }))
    const lines = known.map(({ headline, known: there }) => t('cli.import-known', { headline, id: there?.id ?? '' }))
    return { value: { format, ids: [], known: here }, lines: [...lines, t('cli.import-nothing')], isNo: true }
  }
  const choices = chosen.map(({ index, known: there, similar }) => ({
    index,
    // What came back without saying which article it is goes to the one that it is nearest to, if so asked.
    as: there === null && (as !== 'proposals' || similar === null) ? ('new' as const) : (as ?? 'copy'),
  }))
  const { ids } = await session.call('import.take', { ...file, choices })
  return {
    value: {
      format,
      id: ids[0],
      ids,
      losses: chosen.map(({ index, losses }) => ({ index, losses })),
      reviews: chosen.flatMap(({ index, review }) => (review === null ? [] : [{ index, ...review }])),
    },
    lines: chosen.flatMap((article, place) => [
      `${t('cli.imported', { id: ids[place] ?? '' })}: ${article.headline}`,
      ...reviewLines(article, session),
      ...lossLines(article, session),
    ]),
  }
}

import type { Description } from '#core/review/proposals/describe.ts'
import { readSource } from '#electron/service/imports/source-file.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import { fromHere, type Session } from '../session.ts'
import { reviewState } from './review-state.ts'

/** Proposes what a file has otherwise than an article. The exit status is 1 when that is nothing. */
export async function proposeCommand(
  session: Session,
  typedId: string,
  path: string,
  options: { note: string },
): Promise<Answer> {
  const { t } = session
  const id = await findArticle(session, typedId)
  const file = await readSource(fromHere(path))
  const { proposalId } = await session.call('proposals.file', { id, ...file, note: options.note })
  if (proposalId === null) return { value: null, lines: [t('cli.proposes-nothing')], isNo: true }
  const { article } = await session.call('articles.get', { id })
  const { proposals } = await reviewState(session, id, article)
  const proposal = proposals.find((each) => each.id === proposalId)
  return {
    value: proposal ?? null,
    lines: [t('cli.proposed', { id: proposalId }), ...(proposal?.changes ?? []).map(changeLine)],
  }
}

/** @returns a part of a proposal as a line: what goes, what comes, and what changes besides. */
function changeLine({ removed, added, acts, aspects, fields }: Description): string {
  const words = [removed === '' ? '' : `-${removed}`, added === '' ? '' : `+${added}`].filter((each) => each !== '')
  const besides = words.length === 0 ? [...acts, ...aspects] : aspects
  return `  ${[...words, ...besides, ...fields].join('\t').replaceAll('\n', ' ')}`
}

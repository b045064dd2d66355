import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { blockText } from '#core/article/plain-text.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Decision, Proposal } from '#core/review/proposal.ts'

export const ID = 'a1'
export const HIM = { name: 'كريم', role: 'editor' } as const
export const HER = { name: 'سعاد', role: 'reporter' } as const

type Sent = {
  article: Article
  baseSaveNumber: number
  proposalId: string
  base: Article
  head: Article
  proposals?: (Pick<Proposal, 'id' | 'base' | 'head'> & { baseSaveNumber: number; decisions: Decision[] })[]
}

/** A service with one article and its proposals. */
export const service = {
  article: null as unknown,
  saveNumber: 0,
  proposals: new Map<string, unknown>(),
  decisions: [] as unknown[],
  /** How the next save goes wrong: refused, or committed without an answer. */
  fault: 'none' as 'none' | 'full' | 'lost-answer',
}

/** Stands for `renderer/bridge/client.ts`. */
export const client = {
  connection: { get: () => 'connected', subscribe: () => () => {} },
  onClosing: () => () => {},
  onChange: () => () => {},
  clientId: () => 'window',
  call: async (name: string, input: Sent) => answerTo(name, input),
}

export const stored = (): Proposal[] => [...service.proposals.values()] as Proposal[]
export const isOpen = ({ base, head: proposed }: Proposal): boolean => canonicalJson(base) !== canonicalJson(proposed)

function answerTo(name: string, input: Sent): object {
  const { article, saveNumber } = service
  if (name === 'articles.open')
    return { article, saveNumber, state: 'draft', caret: null, editable: true, readOnlyReason: null, goal: null }
  if (name === 'articles.get') return { article, saveNumber }
  if (name === 'articles.close') return {}
  if (name === 'proposals.list') return { proposals: stored().filter(isOpen), damaged: 0 }
  const { fault } = service
  service.fault = 'none'
  if (fault === 'full') throw new ContractError('store-full')
  const answer = name === 'proposals.save' ? saveProposal(input) : saveArticle(input)
  if (fault === 'lost-answer') throw new ContractError('connection-lost')
  return answer
}

/** Stores a proposal. @throws ContractError `conflict` over another save than that */
export function put(id: string, by: string, base: Article, proposed: Article, baseSaveNumber: number | null): number {
  const before = service.proposals.get(id) as Proposal | undefined
  if ((before?.saveNumber ?? null) !== baseSaveNumber) throw new ContractError('conflict')
  const saveNumber = before === undefined ? 0 : before.saveNumber + 1
  service.proposals.set(id, {
    id,
    by: before?.by ?? by,
    note: '',
    base,
    head: proposed,
    saveNumber,
    createdAt: '',
    updatedAt: '',
  })
  return saveNumber
}

function saveProposal({ proposalId, base, head: proposed, baseSaveNumber }: Sent): object {
  return { saveNumber: put(proposalId, HIM.name, base, proposed, baseSaveNumber), updatedAt: '' }
}

function saveArticle({ article, baseSaveNumber, proposals = [] }: Sent): object {
  if (baseSaveNumber !== service.saveNumber) throw new ContractError('conflict')
  const answers = proposals.map((each) => ({
    id: each.id,
    saveNumber: put(each.id, '', each.base, each.head, each.baseSaveNumber),
  }))
  service.decisions.push(...proposals.flatMap(({ decisions }) => decisions))
  if (canonicalJson(article) !== canonicalJson(service.article)) service.saveNumber += 1
  service.article = article
  return { saveNumber: service.saveNumber, state: 'draft', updatedAt: '', proposals: answers }
}

const line = (id: string, text: string) => paragraph(() => id, text)
/** @returns the article with these paragraphs */
export const withLines = (...texts: string[]): Article =>
  newArticle(ID, () => 'h', [
    head('headline', () => 'h', 'عنوان'),
    ...texts.map((text, index) => line(`p${index}`, text)),
  ])
/** @returns the texts below the headline */
export const body = ({ document }: Article): string[] => document.slice(1).map((block) => blockText(block))

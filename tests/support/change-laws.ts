import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { apply } from '#core/changes/apply.ts'
import type { Change } from '#core/changes/change.ts'
import { bothOf, canBeBoth } from '#core/changes/clash.ts'
import { compute } from '#core/changes/compute.ts'
import { doubledWords } from '#core/changes/doubled-words.ts'
import { follow, quoteOf } from '#core/changes/follow.ts'
import { groups } from '#core/changes/groups.ts'
import { readLine } from '#core/changes/line.ts'
import { merge, settle, type Choice, type Merged } from '#core/changes/merge.ts'
import type { Sides } from '#core/changes/sides.ts'
import { treeOf } from '#core/changes/tree.ts'
import { counter } from './articles.ts'
import { Chooser } from './edited-articles.ts'
import { brokenLaws } from './laws.ts'
import { WordBalance } from './word-balance.ts'

const CHOICES = ['ours', 'theirs', 'neither'] as const

/** Collects the laws that are broken, with what shows it. */
class Laws {
  readonly broken: string[] = []

  hold(law: string, holds: boolean, shown = ''): void {
    if (!holds) this.broken.push(shown === '' ? law : `${law}: ${shown}`)
  }

  same(law: string, one: Article, other: Article): void {
    this.hold(law, canonicalJson(one) === canonicalJson(other))
  }

  none(law: string, found: readonly string[]): void {
    this.hold(law, found.length === 0, found.join(', '))
  }
}

const made = (base: Article, changes: readonly Change[]): Article => apply(base, changes, counter('a'))
const swapped = ({ base, ours, theirs }: Sides): Sides => ({ base, ours: theirs, theirs: ours })

/** The words of an article are those of its base, with what changes add and without what they remove. */
function unbalanced(base: Article, changes: readonly Change[], article: Article): string[] {
  return new WordBalance().addArticle(base).addChanges(base, changes).addArticle(article, -1).rest()
}

/**
 * Tries every law of `core/changes` on three versions of an article.
 * @param seed decides what the laws leave open: which groups, which choices, which words
 * @returns the laws that are broken, in words
 */
export function brokenChangeLaws(sides: Sides, seed: number): string[] {
  const laws = new Laws()
  const choose = new Chooser(seed)
  const { base } = sides
  const changes = { ours: compute(base, sides.ours), theirs: compute(base, sides.theirs) }
  for (const name of ['ours', 'theirs'] as const) {
    laws.same('a difference makes the one of the other', made(base, changes[name]), sides[name])
  }
  laws.same('and back', made(sides.ours, compute(sides.ours, base)), base)
  groupLaws(base, changes.ours, choose, laws)
  mergeLaws(sides, changes, choose, laws)
  followLaws(sides, changes.ours, choose, laws)
  return laws.broken
}

/** The differences of both sides. */
type SideChanges = { readonly ours: readonly Change[]; readonly theirs: readonly Change[] }

function groupLaws(base: Article, changes: readonly Change[], choose: Chooser, laws: Laws): void {
  const all = groups(base, changes)
  const [one] = all.length === 0 ? [] : all.slice(choose.below(all.length))
  for (const some of [all.filter(() => choose.below(2) === 0).flat(), one ?? []]) {
    const article = made(base, some)
    laws.none('groups make a lawful article', brokenLaws(article.document))
    laws.none('groups add and remove their words, and no others', unbalanced(base, some, article))
  }
}

function mergeLaws(sides: Sides, own: SideChanges, choose: Chooser, laws: Laws): void {
  const { base } = sides
  const merged = merge(sides)
  const back = merge(swapped(sides))
  laws.same('a merge is the same from both sides', merged.article, back.article)
  laws.hold('a merge has the same clashes from both sides', merged.clashes.length === back.clashes.length)
  laws.none('a merge is lawful', brokenLaws(merged.article.document))
  const changes = merged.changes.map(({ change }) => change)
  laws.none('a merge has the words of both sides, and no others', unbalanced(base, changes, merged.article))
  laws.none('no change is lost: it is made, or offered in a clash', lost(own, merged))
  laws.none('a block of the base keeps its id', withoutId(base, changes, merged.article))
  unchangedLaws(sides, choose, laws)
  if (merged.clashes.length > 0) settleLaws(sides, { merged, back, changes }, choose, laws)
}

type Both = { merged: Merged; back: Merged; changes: readonly Change[] }

/** Where both sides of a clash can be made, the words of both are there. */
function bothLaws(sides: Sides, { merged, changes }: Pick<Both, 'merged' | 'changes'>, laws: Laws): void {
  const choices = merged.clashes.map((clash): Choice => (canBeBoth(sides.base, clash) ? 'both' : 'neither'))
  const both = merged.clashes.flatMap((clash, index) => (choices[index] === 'both' ? bothOf(clash) : []))
  if (both.length === 0) return
  const settled = settle(sides, merged, choices)
  laws.none('a merge that keeps both is lawful', brokenLaws(settled.article.document))
  laws.none('it has the words of both', unbalanced(sides.base, [...changes, ...both], settled.article))
}

/** Each clash can be settled in each way, alone and with the others. */
function settleLaws(sides: Sides, { merged, back, changes }: Both, choose: Chooser, laws: Laws): void {
  const choices = merged.clashes.map((): (typeof CHOICES)[number] => CHOICES[choose.below(3)] ?? 'neither')
  const chosen = merged.clashes.flatMap((clash, index) => {
    const choice = choices[index] ?? 'neither'
    return choice === 'neither' ? [] : clash[choice]
  })
  bothLaws(sides, { merged, changes }, laws)
  const settled = settle(sides, merged, choices)
  laws.none('a settled merge is lawful', brokenLaws(settled.article.document))
  laws.none(
    'a settled merge has the words that were chosen',
    unbalanced(sides.base, [...changes, ...chosen], settled.article),
  )
  const theirChoices = back.clashes.map((clash) => {
    const here = merged.clashes.findIndex((each) => isSwapped(each, clash))
    const choice = choices[here] ?? 'neither'
    return choice === 'neither' ? choice : choice === 'ours' ? 'theirs' : 'ours'
  })
  laws.same(
    'two machines that choose the same get the same',
    settled.article,
    settle(swapped(sides), back, theirChoices).article,
  )
}

function unchangedLaws({ base, ours }: Sides, choose: Chooser, laws: Laws): void {
  const theirs = choose.below(2) === 0 ? base : ours
  const sides = { base, ours, theirs }
  const { article, clashes, renamed } = merge(sides)
  laws.same('a merge with the base, or with the same, changes nothing', article, ours)
  laws.hold('and leaves nothing to decide', clashes.length + renamed.length + doubledWords(article, sides).length === 0)
}

type Clash = Merged['clashes'][number]

function isSwapped(one: Clash, other: Clash): boolean {
  const sorted = (changes: readonly Change[]): string => changes.map(canonicalJson).toSorted().join()
  return sorted(one.ours) === sorted(other.theirs) && sorted(one.theirs) === sorted(other.ours)
}

/** @returns the changes of a side that are neither made nor offered. */
function lost(own: SideChanges, { changes, clashes }: Merged): string[] {
  return (['ours', 'theirs'] as const).flatMap((name) => {
    const offered = clashes.flatMap((clash) => clash[name])
    const there = new Set([...changes.map(({ change }) => change), ...offered].map(canonicalJson))
    return own[name].map(canonicalJson).filter((change) => !there.has(change))
  })
}

/** @returns the ids of blocks that no change removes, joins or renames, and that are gone. */
function withoutId(base: Article, changes: readonly Change[], article: Article): string[] {
  const gone = new Set(
    changes.flatMap((change) => {
      if (change.kind === 'remove' || (change.kind === 'field' && change.field === 'id')) return [change.node]
      return change.kind === 'text' && change.from.line !== change.to.line ? [change.to.line] : []
    }),
  )
  const joined = changes.some((change) => change.kind === 'text' && change.from.line !== change.to.line)
  const now = new Set([...treeOf(article.document).nodes.values()].map(({ block }) => block.id))
  return [...treeOf(base.document).nodes.values()]
    .filter(({ key, block }) => !joined && !gone.has(key) && !now.has(block.id))
    .map(({ block }) => block.id)
}

/** What is left of words that are followed is part of them, in their order; words in a line that nobody touched stay. */
function followLaws({ base, ours }: Sides, changes: readonly Change[], choose: Chooser, laws: Laws): void {
  const lines = textBlocks(base.document)
  for (const { id, children } of [choose.of(lines), choose.of(lines)].filter((line) => line !== undefined)) {
    const { length } = readLine(children).text
    const [start = 0, end = 0] = [choose.below(length + 1), choose.below(length + 1)].toSorted((a, b) => a - b)
    const range = { block: id, start, end }
    const quote = quoteOf(base, range)
    const left = follow(base, changes, range)
      .map((place) => quoteOf(ours, place))
      .join('')
    let at = 0
    for (const unit of left) {
      at = quote.indexOf(unit, at) + 1
      if (at === 0) break
    }
    laws.hold('followed words are those that were there', at !== 0 || left === '', `${quote} → ${left}`)
    if (changes.length === 0) laws.hold('untouched words stay', left === quote)
  }
}

/** A telephone number has no more digits (ITU-T E.164). */
const MOST_DIGITS = 15
const FEWEST_DIGITS = 7

/** No number that people write has more groups; the limit keeps the search for them short. */
export const MOST_GROUPS = 8

const FIRST_GROUP = /^[+(]{0,2}[\p{Nd}().:/−‐‑‒–-]+$/u
/** A plus would begin another number. */
const OTHER_GROUP = /^[\p{Nd}().:/−‐‑‒–-]+$/u
const SCORE = /^\p{Nd}+[-‐‑‒–:]\p{Nd}+$/u
const BRACKETED = /^\(\p{Nd}+(?:[-‐‑‒–:]\p{Nd}+)?\)$/u
/** A whole number and its fraction: «1 1/2». */
const WHOLE = /^\p{Nd}{1,3}$/u
const FRACTION = /^(?:[12]\/3|[1-3]\/4|1\/[2568]|[357]\/8|[2-4]\/5)$/u
/** Years, scores and times beside each other are a list, which runs with its line. */
const LISTED = [
  /^(?:1[89]|20)\p{Nd}{2}$/u,
  /^\(?\p{Nd}{1,2}[-‐‑‒–]\p{Nd}{1,2}\)?$/u,
  /^\p{Nd}{1,2}:\p{Nd}{2}$/u,
] as const

const isList = (groups: readonly string[]): boolean => LISTED.some((kind) => groups.every((group) => kind.test(group)))

const digitsOf = (group: string): number => group.match(/\p{Nd}/gu)?.length ?? 0

/** Groups of three after the first, the last one perhaps with a fraction: «1 250 000,5». */
function isThousands(groups: readonly string[]): boolean {
  return (
    groups.length > 1 &&
    /^[^\p{Nd}]{0,2}\p{Nd}{1,3}$/u.test(groups[0] ?? '') &&
    groups.slice(1, -1).every((group) => /^\p{Nd}{3}$/u.test(group)) &&
    /^\p{Nd}{3}(?:[.,٫]\p{Nd}+)?[%‰]?$/u.test(groups.at(-1) ?? '')
  )
}

/** Whether digits that begin like this are dialled: a plus, a zero, or a code in brackets. */
export function startsLikeTelephone(group: string): boolean {
  return /^(?:\+|\(?[0٠۰]\p{Nd}{2}|\(\+?\p{Nd}+\))/u.test(group)
}

/** The number of a card. */
const isCard = (groups: readonly string[]): boolean =>
  groups.length === 4 && groups.every((group) => /^\p{Nd}{4}$/u.test(group)) && !isList(groups)

/** A telephone, or a date with its time. */
function isLong(groups: readonly string[]): boolean {
  if (!groups.every((group, index) => (index === 0 ? FIRST_GROUP : OTHER_GROUP).test(group))) return false
  if (isList(groups)) return false
  const digits = groups.reduce((sum, group) => sum + digitsOf(group), 0)
  return (
    digits <= MOST_DIGITS && (digits >= FEWEST_DIGITS || (groups.length > 1 && groups[0]?.startsWith('+') === true))
  )
}

/**
 * @param groups numbers with one space between each two
 * @returns how many of them, from the first on, are one number: groups of thousands, a telephone, a card, a date with its
 *   time, a score with the one of the tie-break in brackets, a mixed fraction. At least one.
 */
export function groupsOfOne(groups: readonly string[]): number {
  for (let count = Math.min(groups.length, MOST_GROUPS); count > 1; count -= 1) {
    const some = groups.slice(0, count)
    if (isThousands(some) || isLong(some) || isCard(some)) return count
  }
  const [first = '', second = ''] = groups
  const isPair = (SCORE.test(first) && BRACKETED.test(second)) || (WHOLE.test(first) && FRACTION.test(second))
  return isPair ? 2 : 1
}

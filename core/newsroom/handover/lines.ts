/** Something that follows others of the same article, as an event does. */
export type Following = { readonly id: string; readonly parents: readonly string[] }

/** All that is known of an article, by id. */
export type Line = ReadonlyMap<string, Following>

export function lineOf(all: readonly Following[]): Line {
  return new Map(all.map((each) => [each.id, each]))
}

/** @returns what nothing follows, sorted: one, or several where machines met and nobody has gone on since. */
export function headsOf(line: Line): string[] {
  const followed = new Set([...line.values()].flatMap(({ parents }) => parents))
  return [...line.keys()].filter((id) => !followed.has(id)).toSorted()
}

/**
 * How what comes in stands to what is here. `nothing`: all of it is here; `forward`: it goes on from what is here; `apart`: both
 * went on.
 */
export type Relation = 'nothing' | 'forward' | 'apart'

export function relationOf(here: Line, coming: Line): Relation {
  if ([...coming.keys()].every((id) => here.has(id))) return 'nothing'
  return [...here.keys()].every((id) => coming.has(id)) ? 'forward' : 'apart'
}

/**
 * Finds the last that both have. Where that is several things, none of which follows another, it is the last from which all of them
 * came: of a later one it is not known that both texts grew from it.
 * @returns the id; null where both have nothing in common
 */
export function lastCommon(here: Line, coming: Line): string | null {
  let common: Line = new Map([...here].filter(([id]) => coming.has(id)))
  for (;;) {
    const heads = headsOf(common)
    const [head, another] = heads
    if (head === undefined || another === undefined) return head ?? null
    const behind = heads.map((each) => ancestorsOf(common, each))
    common = new Map([...common].filter(([id]) => behind.every((ancestors) => ancestors.has(id))))
  }
}

function ancestorsOf(line: Line, id: string): Set<string> {
  const found = new Set<string>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const parent of line.get(next)?.parents ?? []) {
      if (found.has(parent)) continue
      found.add(parent)
      open.push(parent)
    }
  }
  return found
}

/**
 * Puts what happened into one order, the same on every machine: each behind what it follows, else by time.
 * @param all in any order; what they follow need not be among them
 */
export function inOrder<F extends Following & { readonly at: string }>(all: readonly F[]): F[] {
  const byTime = all.toSorted((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1))
  const place = new Map(byTime.map(({ id }, index) => [id, index]))
  const followers = new Map<number, number[]>()
  const waits = byTime.map(({ parents }, index) => {
    const before = parents.flatMap((parent) => place.get(parent) ?? [])
    for (const parent of before) followers.set(parent, [...(followers.get(parent) ?? []), index])
    return before.length
  })
  const ordered: F[] = []
  const done = new Set<number>()
  const ready = byTime.flatMap((_each, index) => (waits[index] === 0 ? [index] : [])).toReversed()
  for (let oldest = 0; ordered.length < byTime.length;) {
    // Rows that follow one another in a circle, as damaged ones may, come by time alone.
    while (ready.length === 0 && done.has(oldest)) oldest += 1
    const index = ready.pop() ?? oldest
    const each = byTime[index]
    if (each === undefined) break
    if (done.has(index)) continue
    ordered.push(each)
    done.add(index)
    for (const follower of followers.get(index) ?? []) {
      waits[follower] = (waits[follower] ?? 0) - 1
      if (waits[follower] === 0 && !done.has(follower)) putInto(ready, follower)
    }
  }
  return ordered
}

const rankOf = ({ at, id }: { at: string; id: string }): string => `${at} ${id}`

/** Puts a number into a list in which the largest stands first. */
function putInto(list: number[], number: number): void {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) > number) low = middle + 1
    else high = middle
  }
  list.splice(low, 0, number)
}

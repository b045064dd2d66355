import type { Editor } from 'slate'
import type { Article } from '#core/article/article.ts'
import type { Anchor } from '#core/review/anchor.ts'
import { placesIn, type ThreadPlace } from '#core/review/place.ts'
import type { Decorate } from '../decorations.ts'
import { trackThreads } from './thread-track.ts'

/** Something to follow: an anchor, and the article in which it lies, or the hash of its revision. */
export type Followed = { readonly key: string; readonly anchor: Anchor; readonly base: Article | string }

type FollowerOptions = {
  editor: Editor
  /** The article as it is in the editor. */
  current: () => Article
  /** Reads a revision. */
  read: (hash: string) => Promise<Article>
  /** Called when the place of a thread has changed. */
  onMove: () => void
  /** Runs work when the window has time for it. */
  whenIdle: (work: () => void) => void
}

/** Follows threads through a text that is being written. */
export type Follower = {
  readonly set: (followed: readonly Followed[]) => void
  /** Places again what may be elsewhere. Called when the writer pauses. */
  readonly check: () => void
  /** Null while it is not known. */
  readonly placeOf: (key: string) => ThreadPlace | null
  readonly decorate: () => Decorate
  readonly end: () => void
}

/**
 * Starts to follow nothing. Words are followed straight from their own revision, so that no error adds up, and only those
 * whose lines have changed: comparing two versions of a long article takes as long as many keys. One revision is compared
 * at a time.
 */
export function createFollower({ editor, current, read, onMove, whenIdle }: FollowerOptions): Follower {
  const track = trackThreads(editor)
  /** Null while it is being read; `failed` when it cannot be. */
  const revisions = new Map<string, Article | 'failed' | null>()
  let followed: readonly Followed[] = []
  /** What is still to be placed in this round. */
  let queue: readonly Followed[] = []
  let isWaiting = false
  let hasEnded = false

  function baseOf({ base }: Followed): Article | 'failed' | null {
    if (typeof base !== 'string') return base
    const known = revisions.get(base)
    if (known !== undefined) return known
    const arrive = (article: Article | 'failed'): void => {
      revisions.set(base, article)
      placeNext()
    }
    revisions.set(base, null)
    read(base).then(arrive, () => arrive('failed'))
    return null
  }

  /** Places what lies in one revision. */
  function placeNext(): void {
    const ready = hasEnded ? undefined : queue.find((each) => baseOf(each) !== null)
    const base = ready === undefined ? null : baseOf(ready)
    if (ready === undefined || base === null) return
    const together = queue.filter((each) => each.base === ready.base)
    queue = queue.filter((each) => each.base !== ready.base)
    const find = base === 'failed' ? standsAtBlock(current()) : placesIn(base, current())
    if (track.put(new Map(together.map(({ key, anchor }) => [key, find(anchor)])))) onMove()
    if (queue.length === 0 || isWaiting) return
    isWaiting = true
    whenIdle(() => {
      isWaiting = false
      placeNext()
    })
  }
  function check(): void {
    queue = followed.filter(({ key }) => !track.isFresh(key))
    placeNext()
  }
  return {
    set(next) {
      const keys = new Set(next.map(({ key }) => key))
      const gone = followed.filter(({ key }) => !keys.has(key))
      followed = next
      if (track.put(new Map(gone.map(({ key }) => [key, null])))) onMove()
      check()
    },
    check,
    placeOf: track.placeOf,
    decorate: track.decorate,
    end() {
      hasEnded = true
      track.end()
    },
  }
}

/** @returns a function that places an anchor by its block alone, when its revision cannot be read */
function standsAtBlock(present: Article): (anchor: Anchor) => ThreadPlace {
  const find = placesIn(present, present)
  return (anchor) => (anchor.on === 'words' ? find({ on: 'block', block: anchor.start.block }) : find(anchor))
}

import type { Article } from '#core/article/article.ts'
import type { PictureDescription } from '#core/contract/assets.ts'
import type { TestFinding } from '#core/contract/destinations.ts'
import type { ComparedText } from '#core/contract/deliveries.ts'
import type { PackageAction } from '#core/export/action.ts'
import type { Edition } from '#core/export/edition.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'
import type { PackageInput } from '#core/export/package/package.ts'
import type { Rendition } from '#core/export/renditions.ts'
import type { Conflict, DeliveryProgress } from '#db/tables/delivery-progress.ts'
import type { HttpTools } from './http.ts'

/** What every kind works with. */
export type KindTools = {
  http: HttpTools
  /** ISO 8601. */
  now: () => string
  /** The bytes of a picture, with its words written into it. @throws ContractError `asset-missing`, `asset-damaged`. */
  picture: (hash: string, words: PictureDescription) => Uint8Array
  /** The files of all pictures of an article, as they travel in a package. @throws ContractError as above. */
  pictures: (article: Article) => Promise<Map<string, Rendition[]>>
  /** What the house wants to lie in every package beside what always does. @throws ContractError `no-printer`. */
  extras: (
    planned: Pick<Planned, 'article' | 'edition'>,
    images: ReadonlyMap<string, readonly Rendition[]>,
  ) => Promise<NonNullable<PackageInput['extras']>>
}

/** What is to be made ready for sending. */
export type Planned = {
  article: Article
  revision: string
  /** Its version is 0 where no package is sent. */
  edition: Edition
}

/** One attempt of a delivery. */
export type Job<C extends DestinationConfig> = {
  config: C
  secret: string | null
  action: PackageAction
  payload: Uint8Array
  /** When it was put into the queue, ISO 8601. */
  createdAt: string
  /** What a person decided about a conflict. */
  choice: DeliveryProgress['choice']
  /** Whether it has arrived, and is only asked for once its embargo has ended. */
  isAsking: boolean
  /** What is known of the other side, from earlier deliveries and earlier attempts. */
  remote: DeliveryProgress['remote']
  /** Writes down what is known now, before the next step: the process may end at any moment. @throws when it was cancelled. */
  record: (remote: DeliveryProgress['remote'], pictures?: DeliveryProgress['pictures']) => void
  tools: KindTools
}

export type Outcome = {
  remote: DeliveryProgress['remote']
  link: string | null
  /** Nothing had to be changed there. */
  isUnchanged: boolean
  /** Whether readers can see it now. */
  isPublic: boolean
  /** When the other side will show it by itself, ISO 8601; null when there is nothing to wait for. */
  scheduledFor: string | null
}

/** A kind of destination: its one file knows how its side speaks. */
export type Kind<C extends DestinationConfig> = {
  /** Makes what is sent: bytes that hold until it has arrived, whatever becomes of the article meanwhile. */
  plan: (planned: Planned, config: C, tools: Pick<KindTools, 'pictures' | 'extras'>) => Promise<Uint8Array>
  /** Sends it. Called again after whatever went wrong: no step is done twice. @throws DeliveryProblem, ConflictFound */
  deliver: (job: Job<C>) => Promise<Outcome>
  /** Takes away what a delivery put there before it was cancelled. @throws DeliveryProblem */
  rollBack: (job: Job<C>) => Promise<DeliveryProgress['remote']>
  /** @returns whether the post was being written, and nobody heard how that ended. */
  isUnheard: (remote: DeliveryProgress['remote']) => boolean
  /** Looks whether that arrived. @returns how it stands there; null when it does not. @throws DeliveryProblem */
  unheard: (job: Job<C>) => Promise<Outcome | null>
  /** @returns whether there is anything to take away, or to look for. */
  hasLeftovers: (remote: DeliveryProgress['remote']) => boolean
  /** @returns what is known once a person keeps what stands there: it is no conflict any more. */
  keepTheirs: (remote: DeliveryProgress['remote'], payload: Uint8Array) => DeliveryProgress['remote']
  /** @returns our text as it is compared with theirs. */
  compared: (payload: Uint8Array) => ComparedText
  /** Tries a destination without changing anything. @throws DeliveryProblem the first thing that is in the way. */
  test: (
    config: C,
    secret: string | null,
    tools: KindTools,
  ) => Promise<{ findings: TestFinding[]; site: string; account: string }>
}

/** Somebody changed the article there: a person has to choose. */
export class ConflictFound extends Error {
  readonly conflict: Conflict

  constructor(conflict: Conflict) {
    super('conflict')
    this.name = 'ConflictFound'
    this.conflict = conflict
  }
}

import type { Article } from '#core/article/article.ts'
import type { PictureDescription } from '#core/contract/assets.ts'
import type { TestFinding } from '#core/contract/destinations.ts'
import type { ComparedText } from '#core/contract/deliveries.ts'
import type { PackageAction } from '#core/export/action.ts'
import type { Edition } from '#core/export/edition.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'
import type { PackageInput } from '#core/export/package/package.ts'
import type { Signer } from '#core/export/package/signature.ts'
import type { Rendition } from '#core/export/renditions.ts'
import type { Conflict, DeliveryProgress } from '#db/tables/delivery-progress.ts'
import type { TaskOutput } from '../parsing/parse.ts'
import { cutText } from './cut-text.ts'
import type { HttpTools } from './http.ts'

/** What every kind of destination can use. */
export type KindTools = {
  http: HttpTools
  /** ISO 8601. */
  now: () => string
  /**
   * @returns a picture with this description as its metadata.
   * @throws ContractError `asset-missing`, `asset-damaged`, `picture-too-complex`.
   */
  picture: (hash: string, description: PictureDescription) => Promise<Uint8Array>
  /** @returns the files of an article's pictures in a package, by hash. @throws ContractError as above. */
  pictures: (article: Article) => Promise<Map<string, Rendition[]>>
  /** @returns the formats that the house's settings add to every package. @throws ContractError `no-printer`. */
  extras: (source: PackageSource) => Promise<ExtraFiles>
  /** @returns who signs packages; null where nobody can. */
  packageSigner: () => Signer | null
  /** Verifies a package as its receiver will. */
  verify: (bytes: Uint8Array) => Promise<TaskOutput<'package of ours'>>
}

/** What the formats in a package are written from. */
export type PackageSource = { article: Article; edition: Edition; images: ReadonlyMap<string, readonly Rendition[]> }
export type ExtraFiles = NonNullable<PackageInput['extras']>

/** What a payload is made from. */
export type Planned = {
  article: Article
  revision: string
  /** Its version is 0 where the payload is not a package. */
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
  /** Whether it arrived before, and this attempt only asks whether it is public after its embargo. */
  isAsking: boolean
  /** What earlier deliveries and attempts know of the other side. */
  remote: DeliveryProgress['remote']
  /**
   * Writes down what is known, before each next step: the process may end at any moment.
   * @throws when it was cancelled.
   */
  record: (remote: DeliveryProgress['remote'], pictures?: DeliveryProgress['pictures']) => void
  tools: KindTools
}

/** How an attempt ended that succeeded. */
export type Outcome = {
  remote: DeliveryProgress['remote']
  link: string | null
  /** Whether nothing had to be changed at the destination. */
  isUnchanged: boolean
  /** Whether readers can see it now. */
  isPublic: boolean
  /** When the destination will publish it, ISO 8601; null when it is not scheduled. */
  scheduledFor: string | null
}

/** A kind of destination. Only its own file or folder knows its protocol. */
export type Kind<C extends DestinationConfig> = {
  /** Makes the payload. It stays the same until it has arrived, even if the article changes. */
  plan: (
    planned: Planned,
    config: C,
    tools: Pick<KindTools, 'pictures' | 'extras' | 'verify' | 'packageSigner'>,
  ) => Promise<Uint8Array>
  /** @returns whether `plan` of this version writes payloads as this one. Any other must not be sent, but made again. */
  isCurrent: (payload: Uint8Array) => boolean
  /**
   * Sends the payload. Called again after any failure, so it must repeat no step.
   * @throws DeliveryProblem, ConflictFound
   */
  deliver: (job: Job<C>) => Promise<Outcome>
  /** Removes what a delivery put at its destination before it was cancelled. @throws DeliveryProblem */
  rollBack: (job: Job<C>) => Promise<DeliveryProgress['remote']>
  /** @returns whether the post was being written, and the answer never came. */
  isUnconfirmed: (remote: DeliveryProgress['remote']) => boolean
  /** Looks for an unconfirmed post. @returns null when it did not arrive. @throws DeliveryProblem */
  findUnconfirmed: (job: Job<C>) => Promise<Outcome | null>
  /** @returns whether there is anything to remove, or to look for. */
  hasLeftovers: (remote: DeliveryProgress['remote']) => boolean
  /** @returns what is known after a person chose to keep the post as it is at the destination. */
  keepTheirs: (remote: DeliveryProgress['remote'], payload: Uint8Array) => DeliveryProgress['remote']
  /** @returns what is known after a person chose to forget a post that was deleted at the destination. */
  forget: (remote: DeliveryProgress['remote']) => DeliveryProgress['remote']
  /** @returns the text of a payload, to be compared with the destination's. */
  comparedText: (payload: Uint8Array) => ComparedText
  /** Tests a destination without changing anything. @throws DeliveryProblem the first thing that is wrong. */
  test: (
    config: C,
    secret: string | null,
    tools: KindTools,
  ) => Promise<{ findings: TestFinding[]; site: string; account: string }>
}

/** Somebody changed the article at the destination: a person has to choose. Only the beginning of a long text is kept. */
export class ConflictFound extends Error {
  readonly conflict: Conflict

  constructor({ theirs, theirsChangedAt }: Omit<Conflict, 'isCut'>) {
    super('conflict')
    this.name = 'ConflictFound'
    const { text, isCut } = cutText(theirs)
    this.conflict = { theirs: text, isCut, theirsChangedAt }
  }
}

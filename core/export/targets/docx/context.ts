import type { Asset } from '../../../article/asset.ts'
import type { Address } from '../../fields/sorts.ts'
import { imageName } from '../../identity.ts'
import type { Orientation, Renditions } from '../../renditions.ts'
import { docxTarget } from './fields.ts'
import type { Relationship } from './parts.ts'

/** Above the numbers of bookmarks and comments: all of them are in one list in older programs. */
const FIRST_RECORD = 1_000_000

/** Collects what a document refers to while its blocks are written: links, pictures, lists. */
export class DocxContext {
  readonly renditions: Renditions
  /** The language of the article. */
  readonly language: string
  readonly relationships: Relationship[] = []
  readonly pictures = new Map<string, Asset>()
  #lists = 0
  #drawings = 0
  #bookmarks = 0
  #records = 0
  readonly #threads: ReadonlyMap<string, readonly number[]>

  /** @param threads the numbers of the threads on whole blocks, by the ids of the blocks */
  constructor(renditions: Renditions, language: string, threads: ReadonlyMap<string, readonly number[]> = new Map()) {
    this.renditions = renditions
    this.language = language
    this.#threads = threads
  }

  /** @returns the number of a new bookmark or place, from 1. Records have numbers of their own. */
  newBookmark(): number {
    this.#bookmarks += 1
    return this.#bookmarks
  }

  /** @returns the number of a new record of a tracked change. */
  newRecord(): number {
    this.#records += 1
    return FIRST_RECORD + this.#records
  }

  /** @returns the numbers of the threads on a block as a whole. */
  threadsOn(block: string): readonly number[] {
    return this.#threads.get(block) ?? []
  }

  #relate(type: Relationship['type'], target: Address): string {
    const known = this.relationships.find((each) => each.type === type && each.target === target)
    if (known !== undefined) return known.id
    const id = `r${this.relationships.length + 1}`
    this.relationships.push({ id, type, target })
    return id
  }

  /** @returns the relationship id of an address. */
  link(url: string): string {
    return this.#relate('hyperlink', docxTarget('hyperlink', url))
  }

  /** @returns the relationship id of a picture; null for one that is not exported. */
  picture(asset: Asset): string | null {
    if (this.renditions(asset.hash).length === 0) return null
    this.pictures.set(asset.hash, asset)
    return this.#relate('image', docxTarget('part', `media/${imageName(asset)}`))
  }

  /** @returns how the pixels of a picture are turned to be shown. */
  orientation(asset: Asset): Orientation {
    return this.renditions(asset.hash)[0]?.orientation ?? 1
  }

  /** @returns the index of a new list in the document, from 0. */
  newList(): number {
    this.#lists += 1
    return this.#lists - 1
  }

  /** @returns the number of a new drawing, from 1. */
  newDrawing(): number {
    this.#drawings += 1
    return this.#drawings
  }

  get lists(): number {
    return this.#lists
  }
}

import type { Direction } from '../../../article/block.ts'
import type { Asset } from '../../../article/asset.ts'
import { x, type Xml } from '../../xml.ts'
import type { Orientation, Renditions } from '../../renditions.ts'
import { languageDirection, type ImageUrl } from '../html/context.ts'
import { icmlField, icmlText } from './fields.ts'

type IcmlLink = { readonly source: string; readonly url: string }

/** Collects the links of a story while its blocks are written: they are listed after it. */
export class IcmlContext {
  readonly images: ImageUrl
  readonly #renditions: Renditions
  /** The language of the article. */
  readonly language: string
  /** The direction of the article. Paragraphs that run against it say so. */
  readonly dir: Direction
  readonly #links: IcmlLink[] = []
  #count = 0

  constructor({ images, renditions }: { images: ImageUrl; renditions: Renditions }, language: string) {
    this.images = images
    this.#renditions = renditions
    this.language = language
    this.dir = languageDirection(language)
  }

  /** @returns a name that is unique in the file. */
  newName(kind: string): string {
    this.#count += 1
    return `${kind}-${this.#count}`
  }

  /** @returns how the pixels of a picture's file are turned to be shown. */
  orientation(asset: Asset): Orientation {
    return this.#renditions(asset.hash)[0]?.orientation ?? 1
  }

  /** @returns the name for a new link source that leads to this address. */
  link(url: string): string {
    const source = this.newName('link')
    this.#links.push({ source, url })
    return source
  }

  /** @returns the elements that connect the link sources of the story to their addresses. */
  hyperlinks(): Xml[] {
    return this.#links.flatMap(({ source, url }, index) => {
      const key = index + 1
      const destination = `HyperlinkURLDestination/${key}`
      return [
        x('HyperlinkURLDestination', {
          ...{
            Self: destination,
            Name: `${url} ${key}`,
            DestinationURL: icmlField('DestinationURL', url),
            DestinationUniqueKey: key,
          },
        }),
        x(
          'Hyperlink',
          {
            Self: `hyperlink-${key}`,
            Name: `${url} ${key}`,
            Source: source,
            Visible: 'false',
            DestinationUniqueKey: key,
          },
          x('Properties', {}, icmlText('Destination', destination, { type: 'object' })),
        ),
      ]
    })
  }
}

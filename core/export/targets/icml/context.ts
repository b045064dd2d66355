import type { Direction } from '../../../article/block.ts'
import { x, type Xml } from '../../xml.ts'
import type { ImageUrl } from '../html/context.ts'

type IcmlLink = { readonly source: string; readonly url: string }

/** What a story gathers while its blocks are written: its links, which stand after it. */
export class IcmlContext {
  readonly images: ImageUrl
  /** The direction of the article: lines that run otherwise say so. */
  readonly dir: Direction
  readonly #links: IcmlLink[] = []
  #count = 0

  constructor(images: ImageUrl, dir: Direction) {
    this.images = images
    this.dir = dir
  }

  /** @returns a name that no other element of the file has. */
  newName(kind: string): string {
    this.#count += 1
    return `${kind}-${this.#count}`
  }

  /** @returns the name of a piece of text that leads to an address. */
  link(url: string): string {
    const source = this.newName('link')
    this.#links.push({ source, url })
    return source
  }

  /** @returns what ties the links of the story to their addresses. */
  hyperlinks(): Xml[] {
    return this.#links.flatMap(({ source, url }, index) => {
      const key = index + 1
      const destination = `HyperlinkURLDestination/${key}`
      return [
        x('HyperlinkURLDestination', {
          ...{ Self: destination, Name: `${url} ${key}`, DestinationURL: url, DestinationUniqueKey: key },
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
          x('Properties', {}, x('Destination', { type: 'object' }, destination)),
        ),
      ]
    })
  }
}

import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { figure, head, newArticle } from '#core/article/factories.ts'
import { writeAsset } from '#electron/files/asset-files.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import { counter } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { parse } from '../parsing/parse.ts'
import { outgoingPictures } from './outgoing-pictures.ts'

const id = counter()

describe('outgoingPictures', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'says that EXIF turns an original by orientation %i, and no copy',
    async (orientation) => {
      const folder = tempFolder()
      const stored = sharp({ create: { width: 1200, height: 900, channels: 3, background: '#48a' } })
      const bytes = await stored.withMetadata({ orientation }).jpeg().toBuffer()
      const asset = identifyImage(bytes, 'a.jpg')
      writeAsset(folder, bytes)
      const article = newArticle('a', id, [head('headline', id), figure(id, { asset, caption: 'تعليق' })])
      const files = (await outgoingPictures(article, folder, parse)).get(asset.hash)
      const size = orientation >= 5 ? { width: 900, height: 1200 } : { width: 1200, height: 900 }
      expect(files?.[0]).toMatchObject({ name: 'original', orientation, ...size })
      expect(files?.slice(1).map(({ name, orientation: turn }) => [name, turn])).toEqual([['800', undefined]])
    },
  )
})

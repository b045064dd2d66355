import { useState } from 'react'
import { ARTICLE_FILE, writeArticleFile, type FilePicture } from '#core/article/article-file.ts'
import type { Article } from '#core/article/article.ts'
import { articleText, headText } from '#core/article/plain-text.ts'
import { figures } from '#core/article/text-nodes.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { assetBlob } from '#renderer/bridge/client.ts'
import { toBase64 } from '#renderer/bridge/bytes.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'

/** Signs that one system or another does not take in the name of a file. */
const UNFIT = /[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu

function fileName(article: Article): string {
  const name = article.metadata.slug || headText(article, 'headline')
  return `${name.replaceAll(UNFIT, ' ').replaceAll(/\s+/gu, ' ').trim().slice(0, 60) || article.id}${ARTICLE_FILE}`
}

/** The pictures that can be had now; one that cannot is still named in the article, by its hash. */
async function picturesOf(article: Article): Promise<FilePicture[]> {
  const assets = figures(article.document).flatMap(({ asset }) => asset ?? [])
  const unique = [...new Map(assets.map((asset) => [asset.hash, asset])).values()]
  const pictures = await Promise.all(
    unique.map(async ({ hash, name }) => {
      try {
        return [{ hash, name, bytes: await toBase64(await assetBlob(hash)) }]
      } catch {
        // The service may be gone: the words are what cannot be had again.
        return []
      }
    }),
  )
  return pictures.flat()
}

/** Writes the article into a file of the person's choice, without the service: it may be the service that fails. */
export async function saveCopy(article: Article): Promise<void> {
  const file = writeArticleFile(article, new Date().toISOString(), await picturesOf(article))
  const url = URL.createObjectURL(new Blob([file], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(article)
  link.click()
  // The browser reads it after the click, and keeps it no longer than the page lives.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** What cannot be saved can be taken elsewhere: as a file that Midad reads back, or as plain text. */
export function SaveElsewhere({ current }: { current: () => Article }) {
  const t = useT()
  const [copied, setCopied] = useState<MessageKey>('writing.copyText')
  return (
    <>
      <Button onPress={() => void saveCopy(current())} testId="save-copy">
        {t('writing.saveCopy')}
      </Button>
      <Button
        onPress={() =>
          void navigator.clipboard.writeText(articleText(current())).then(
            () => setCopied('writing.textCopied'),
            () => setCopied('writing.copyFailed'),
          )
        }
      >
        {t(copied)}
      </Button>
    </>
  )
}

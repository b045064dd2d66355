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
import type { Session } from './session.ts'

/** Characters that some operating system forbids in file names. */
const FORBIDDEN_CHARACTERS = /[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu

function fileName(article: Article): string {
  const name = article.metadata.slug || headText(article, 'headline')
  return `${name.replaceAll(FORBIDDEN_CHARACTERS, ' ').replaceAll(/\s+/gu, ' ').trim().slice(0, 60) || article.id}${ARTICLE_FILE}`
}

/** @returns the pictures that can be read now. The article still names the others by their hashes. */
async function picturesOf(article: Article): Promise<FilePicture[]> {
  const assets = figures(article.document).flatMap(({ asset }) => asset ?? [])
  const unique = [...new Map(assets.map((asset) => [asset.hash, asset])).values()]
  const pictures = await Promise.all(
    unique.map(async ({ hash, name }) => {
      try {
        return [{ hash, name, bytes: await toBase64(await assetBlob(hash)) }]
      } catch {
        // The service may be down. The text matters more than the picture.
        return []
      }
    }),
  )
  return pictures.flat()
}

/**
 * Saves the article as a file through the browser, because the service may be what fails.
 * @param base the article as it was last saved
 */
async function saveCopy(article: Article, base: Article): Promise<void> {
  const file = writeArticleFile(article, new Date().toISOString(), await picturesOf(article), base)
  const url = URL.createObjectURL(new Blob([file], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(article)
  link.click()
  // The browser reads the URL after the click, so it must not be revoked at once.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Ways to keep text that cannot be saved: a file that Midad can import, or the plain text in the clipboard. */
export function SaveElsewhere({ session: { current, saved } }: { session: Pick<Session, 'current' | 'saved'> }) {
  const t = useT()
  const [copied, setCopied] = useState<MessageKey>('writing.copyText')
  return (
    <>
      <Button onPress={() => void saveCopy(current(), saved())} testId="save-copy">
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

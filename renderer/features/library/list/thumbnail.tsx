import { useEffect, useState } from 'react'
import { thumbnailUrl } from '#renderer/bridge/thumbnails.ts'

/** A list that is scrolled fast passes over rows: their pictures are not asked for. */
const REST_MS = 120

/** The first picture of an article, small. Its space is there from the start. It says nothing that the row does not say. */
export function Thumbnail({ hash }: { hash: string }) {
  const [shown, setShown] = useState<{ hash: string; url: string } | null>(null)
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(() => {
      thumbnailUrl(hash).then(
        (url) => isWanted && url !== null && setShown({ hash, url }),
        // The article itself says what is wrong with its picture.
        () => {},
      )
    }, REST_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [hash])
  return (
    <span className="thumbnail" data-testid="thumbnail">
      {shown?.hash === hash ? <img src={shown.url} alt="" draggable={false} /> : null}
    </span>
  )
}

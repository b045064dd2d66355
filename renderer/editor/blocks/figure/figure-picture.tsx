import { useEffect, useState } from 'react'
import type { Asset } from '#core/article/asset.ts'
import { assetUrl } from '#renderer/bridge/client.ts'
import { useT } from '#renderer/ui/locale.tsx'

type Picture = { hash: string; url: string } | { hash: string; failed: true }

/** The picture of a figure. Keeps its space while it loads, so that the text below does not move. */
export function FigurePicture({ asset, alt }: { asset: Asset; alt: string }) {
  const t = useT()
  const [picture, setPicture] = useState<Picture | null>(null)
  useEffect(() => {
    let isCurrent = true
    assetUrl(asset.hash).then(
      (url) => isCurrent && setPicture({ hash: asset.hash, url }),
      () => isCurrent && setPicture({ hash: asset.hash, failed: true }),
    )
    return () => {
      isCurrent = false
    }
  }, [asset.hash])
  const shown = picture?.hash === asset.hash ? picture : null
  if (shown !== null && 'failed' in shown) {
    return (
      <p className="figure-empty" role="alert">
        {t('writing.imageMissing')}
      </p>
    )
  }
  const style = { aspectRatio: `${asset.width} / ${asset.height}` }
  if (shown === null) return <div className="figure-picture" style={style} />
  return <img className="figure-picture" style={style} src={shown.url} alt={alt} draggable={false} />
}

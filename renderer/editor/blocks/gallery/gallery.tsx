import { useReadOnly, useSlateStatic } from 'slate-react'
import type { Gallery as GalleryBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { addToGallery } from '../../commands/pictures.ts'
import { newBlockId } from '../../new-id.ts'
import { pictureBlock } from '../../picture-target.ts'
import type { BlockViewProps } from '../line.tsx'
import { PicturePicker } from '../figure/picture-picker.tsx'
import './gallery.css'

/** Figures side by side, and a button to add more. */
export function Gallery({ attributes, element, children }: BlockViewProps<GalleryBlock>) {
  const t = useT()
  const editor = useSlateStatic()
  const readOnly = useReadOnly()
  return (
    <section
      {...attributes}
      dir={element.dir}
      className="block-gallery"
      data-block="gallery"
      aria-label={t('writing.gallery')}
    >
      <div className="gallery-figures">{children}</div>
      {readOnly ? null : (
        <div contentEditable={false} className="gallery-tools">
          <PicturePicker
            label={t('writing.addToGallery')}
            multiple
            onPictures={(pictures) => {
              const [, path] = pictureBlock(editor, element.id) ?? []
              if (path !== undefined) addToGallery(editor, path, pictures, newBlockId)
            }}
          />
        </div>
      )}
    </section>
  )
}

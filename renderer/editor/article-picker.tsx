import { useCallback, useState } from 'react'
import { FileText } from 'lucide-react'
import { useSlateStatic } from 'slate-react'
import { knownBy } from '#core/article/opening.ts'
import { headText } from '#core/article/plain-text.ts'
import { call } from '#renderer/bridge/client.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { articleAddress } from './article-address.ts'
import { fillRelated, openRelated } from './commands/related.ts'
import { closeToText } from './focus-text.ts'
import type { Command } from './menu/command.ts'
import { SearchDialog } from './menu/search-dialog.tsx'
import { useFound } from './menu/use-found.ts'
import { newBlockId } from './new-id.ts'

const MOST = 20

/** Finds an article of the library and writes it as a related link, with the address at which readers have it. */
export function ArticlePicker({ onClose }: { onClose: () => void }) {
  const t = useT()
  const editor = useSlateStatic()
  const { house } = useSettings().settings
  const [typed, setTyped] = useState('')
  const search = useCallback(
    async (words: string): Promise<readonly Command[]> => {
      const { rows } = await call('articles.list', { search: words, limit: MOST })
      return rows.map(({ id, headline, opening }): Command => ({
        id,
        name: knownBy({ headline, opening }) || t('common.untitled'),
        words: '',
        icon: FileText,
        run() {
          const item = openRelated(editor, newBlockId)
          if (item === null) return
          readArticle(id, house.site).then(
            ({ title, url }) => fillRelated(editor, item, title, url),
            // The headline is known. The link then stands without an address, which is asked for in its place.
            () => fillRelated(editor, item, headline.trim(), ''),
          )
        },
      }))
    },
    [editor, house.site, t],
  )
  const found = useFound(typed, search)
  return (
    <SearchDialog
      id="article-picker"
      label={t('writing.relatedPick')}
      placeholder={t('library.search')}
      none={t('library.none-title')}
      found={found}
      typed={typed}
      onTyped={setTyped}
      onClose={() => closeToText(editor, onClose)}
    />
  )
}

/** @returns the headline and the address of an article, empty where it has none yet. */
async function readArticle(id: string, site: string | undefined): Promise<{ title: string; url: string }> {
  const [{ article }, { deliveries }] = await Promise.all([
    call('articles.get', { id }),
    call('deliveries.list', { id, limit: 50 }),
  ])
  return { title: headText(article, 'headline').trim(), url: articleAddress(article, deliveries, site) }
}

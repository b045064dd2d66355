import { Minus, Plus, Type } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { View } from '#core/contract/settings.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import type { SetView } from './use-view.ts'
import './view-menu.css'

const STEP = 10

/** @returns the view with the text one step larger or smaller, within the limits. */
export function zoomed(view: View, by: 1 | -1): View {
  return { ...view, zoom: Math.max(70, Math.min(200, view.zoom + by * STEP)) }
}

/** The menu for the page's font, size, width and focus mode. */
export function ViewMenu({ setView }: { setView: SetView }) {
  const t = useT()
  const { view } = useSettings().settings
  const set = (patch: Partial<View>): void => setView((now) => ({ ...now, ...patch }))
  return (
    <DialogTrigger>
      <AriaButton className="icon-button" aria-label={t('writing.view')} preventFocusOnPress data-testid="view">
        <Type aria-hidden size={18} />
      </AriaButton>
      <Popover className="menu-popover" placement="bottom">
        <Dialog className="view-menu" aria-label={t('writing.view')}>
          <Segmented
            label={t('writing.viewFont')}
            value={view.font}
            onChange={(font) => set({ font })}
            options={[
              { value: 'naskh', label: t('writing.fontNaskh') },
              { value: 'plex', label: t('writing.fontPlex') },
              { value: 'system', label: t('writing.fontSystem') },
            ]}
          />
          <div className="field">
            <span className="field-label">{t('writing.viewZoom')}</span>
            <div className="view-zoom">
              <IconButton
                label={t('writing.zoomOut')}
                icon={<Minus aria-hidden size={16} />}
                onPress={() => setView((now) => zoomed(now, -1))}
              />
              <output>{t('writing.percent', { count: view.zoom })}</output>
              <IconButton
                label={t('writing.zoomIn')}
                icon={<Plus aria-hidden size={16} />}
                onPress={() => setView((now) => zoomed(now, 1))}
              />
            </div>
          </div>
          <Segmented
            label={t('writing.viewWidth')}
            value={view.width}
            onChange={(width) => set({ width })}
            options={[
              { value: 'narrow', label: t('writing.widthNarrow') },
              { value: 'normal', label: t('writing.widthNormal') },
              { value: 'wide', label: t('writing.widthWide') },
            ]}
          />
          <Switch label={t('writing.focusMode')} isOn={view.focus} onChange={(focus) => set({ focus })} />
          <Switch
            label={t('writing.typewriter')}
            isOn={view.typewriter}
            onChange={(typewriter) => set({ typewriter })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

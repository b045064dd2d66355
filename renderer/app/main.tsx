import { createRoot } from 'react-dom/client'
import { DEFAULT_SETTINGS } from '#core/contract/settings.ts'
import { call, start } from '#renderer/bridge/client.ts'
import { SettingsProvider } from '#renderer/bridge/settings.tsx'
import { WhoProvider } from '#renderer/bridge/who.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LocaleProvider, useT } from '#renderer/ui/locale.tsx'
import { App } from './app.tsx'
import '#renderer/ui/base.css'

const root = createRoot(document.querySelector('#root') ?? document.body)

try {
  await start()
  const settings = await call('settings.get', {})
  root.render(
    <SettingsProvider initial={settings}>
      <WhoProvider>
        <App />
      </WhoProvider>
    </SettingsProvider>,
  )
} catch (error) {
  // Without the service the language is not known: the default is used.
  root.render(
    <LocaleProvider language={DEFAULT_SETTINGS.language} digits={DEFAULT_SETTINGS.digits}>
      <NoSession />
    </LocaleProvider>,
  )
  throw error
}

function NoSession() {
  const t = useT()
  return (
    <EmptyState icon={null} title={t('common.no-session')}>
      <p>{t('common.no-session-text')}</p>
    </EmptyState>
  )
}

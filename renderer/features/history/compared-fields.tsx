import type { FieldDifference } from '#core/changes/fields.ts'
import { useLocale } from '#renderer/ui/locale.tsx'
import { fieldName, fieldValue } from '#renderer/ui/field-words.ts'
import '#renderer/ui/changed-words.css'
import './compared-fields.css'

/** The metadata fields that changed, each with its old and new value. */
export function ComparedFields({ fields }: { fields: readonly FieldDifference[] }) {
  const { t, tag } = useLocale()
  if (fields.length === 0) return null
  return (
    <section className="compared-fields" aria-labelledby="compared-fields">
      <h3 id="compared-fields" className="compared-title">
        {t('history.fields')}
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('history.field')}</th>
            <th scope="col">{t('history.from')}</th>
            <th scope="col">{t('history.to')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, from, to }) => (
            <tr key={field} data-testid="compared-field">
              <th scope="row">{fieldName(field, t)}</th>
              <td>
                <del className="diff-removed">{fieldValue(field, from, t, tag)}</del>
              </td>
              <td>
                <ins className="diff-added">{fieldValue(field, to, t, tag)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

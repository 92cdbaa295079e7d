import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'

type Place = OutputOf<'consultations.places'>[number]
type Typed = Readonly<Record<string, { readonly phone: string; readonly address: string }>>

/** The telephones and addresses of the places that people are sent to (引导去处), filled in once by the office. */
export function PlacesDialog({ onClose }: { readonly onClose: () => void }) {
  const places = useAsk('consultations.places', {})
  return (
    <Modal opened onClose={onClose} title="引导去处的电话、地址" size={760}>
      <AskState ask={places}>{list => <Places list={list} onClose={onClose} />}</AskState>
    </Modal>
  )
}

function Places({ list, onClose }: { readonly list: readonly Place[]; readonly onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(list.map(place => [place.code, { phone: place.phone ?? '', address: place.address ?? '' }])),
  )
  const [failure, setFailure] = useState<AppError | null>(null)
  const of = (place: Place) => typed[place.code] ?? { phone: '', address: '' }
  const change = (place: Place, patch: Partial<Typed[string]>) =>
    setTyped(now => ({ ...now, [place.code]: { ...of(place), ...patch } }))
  const save = async () => {
    for (const place of list) {
      const { phone, address } = of(place)
      if (phone.trim() === (place.phone ?? '') && address.trim() === (place.address ?? '')) continue
      const reply = await invoke('consultations.savePlace', { code: place.code, phone, address, version: place.version })
      if (!reply.ok) return setFailure(reply.error)
    }
    announceDone('已保存电话、地址，告知单上会印出来')
    onClose()
  }
  return (
    <>
      <ErrorBanner error={failure} />
      <table className="plain-table places-table">
        <thead>
          <tr>
            <th>去处</th>
            <th>电话</th>
            <th>地址</th>
          </tr>
        </thead>
        <tbody>
          {list.map(place => (
            <tr key={place.code}>
              <td>
                {place.label}
                <div className="note muted">{place.purpose}</div>
              </td>
              <td>
                <TextInput
                  aria-label={`${place.label} 电话`}
                  value={of(place).phone}
                  maxLength={60}
                  onChange={event => change(place, { phone: event.currentTarget.value })}
                />
              </td>
              <td>
                <TextInput
                  aria-label={`${place.label} 地址`}
                  value={of(place).address}
                  maxLength={120}
                  onChange={event => change(place, { address: event.currentTarget.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-foot">
        <Button variant="default" onClick={onClose}>
          关闭
        </Button>
        <BusyButton onClick={save}>保存</BusyButton>
      </div>
    </>
  )
}

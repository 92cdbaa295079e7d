import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { BusyButton } from '../../ui/busy-button.tsx'
import { useKeys } from '../../ui/keys.ts'
import { type ListedPerson, readPeopleList } from './party-list.ts'

/** 粘贴名单: a list of people from a spreadsheet, each row with its fault; the sound ones go into the form, the others stay to be mended. */
export function PasteList({
  today,
  known,
  onTake,
  onClose,
}: {
  readonly today: string
  readonly known: readonly string[]
  readonly onTake: (people: readonly ListedPerson[]) => void
  readonly onClose: () => void
}) {
  const [text, setText] = useState('')
  const [taken, setTaken] = useState<readonly string[]>([])
  const people = readPeopleList(text, new Set([...known, ...taken].filter(number => number !== '')), today)
  const sound = people.filter(person => person.fault === null)
  const faulty = people.filter(person => person.fault !== null)
  const take = () => {
    if (sound.length === 0) return
    onTake(sound)
    if (faulty.length === 0) {
      onClose()
      return
    }
    setTaken([...taken, ...sound.map(person => person.certificateNumber)])
    setText(faulty.map(person => person.text).join('\n'))
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '加入名单', run: take, inDialog: true, when: sound.length > 0 }])
  return (
    <Modal opened onClose={onClose} title="粘贴名单" size={760} closeButtonProps={{ 'aria-label': '关闭' }}>
      <p className="second soft dialog-words">从表格复制姓名、身份证号码、电话三列，粘贴在这里；一行一人，列的先后不限。</p>
      <Textarea
        aria-label="名单"
        data-autofocus
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        minRows={5}
        maxRows={9}
        autosize
        placeholder={'张三\t340303198001011234\t13800000000'}
      />
      {people.length > 0 && (
        <div className="paste-result">
          <p className="second" role="status">
            {`读到 ${people.length} 行，可加入 ${sound.length} 人`}
            {faulty.length > 0 && <span className="red">{`，${faulty.length} 行要改`}</span>}
          </p>
          <table className="plain-table" aria-label="读到的名单">
            <thead>
              <tr>
                <th scope="col" style={{ width: 52 }}>
                  行
                </th>
                <th scope="col" style={{ width: 110 }}>
                  姓名
                </th>
                <th scope="col" style={{ width: 180 }}>
                  身份证号码
                </th>
                <th scope="col" style={{ width: 120 }}>
                  电话
                </th>
                <th scope="col">要改的地方</th>
              </tr>
            </thead>
            <tbody>
              {[...faulty, ...sound].map(person => (
                <tr key={person.row}>
                  <td>{person.row}</td>
                  <td>{person.name}</td>
                  <td>{person.certificateNumber}</td>
                  <td>{person.phone}</td>
                  <td className={person.fault === null ? 'muted' : 'red'}>{person.fault ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="row dialog-buttons">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" disabled={sound.length === 0} onClick={take}>
            {`加入 ${sound.length} 人`}
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}

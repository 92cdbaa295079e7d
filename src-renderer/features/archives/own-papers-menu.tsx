import { Button, Menu } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { invoke } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { usePack } from '../../api/use-pack.ts'
import { announceDone } from '../../ui/done-line.tsx'
import type { VolumeEdits } from './use-volume-edits.ts'
import type { Volume } from './volume-types.ts'

type IssuedPaper = OutputOf<'papers.list'>[number]
type Filed = { readonly paper: IssuedPaper; readonly templateItem: number }

/** Files the center's own issued papers (文书) of the case, its application and its subsidy, each at its place in the filing order. */
export function OwnPapersMenu({
  volume,
  edits,
  disabled,
}: {
  readonly volume: Volume
  readonly edits: VolumeEdits
  readonly disabled: boolean
}) {
  const [opened, setOpened] = useState(false)
  const pack = usePack()
  const kase = useAsk('cases.get', { id: volume.caseId }, { enabled: opened })
  const applicationId = kase.data?.application?.id ?? ''
  const subsidyId = kase.data?.subsidy?.id ?? ''
  const ofCase = useAsk('papers.list', { subject: { kind: 'case', id: volume.caseId } }, { enabled: opened })
  const ofApplication = useAsk(
    'papers.list',
    { subject: { kind: 'application', id: applicationId } },
    { enabled: opened && applicationId !== '' },
  )
  const ofSubsidy = useAsk(
    'papers.list',
    { subject: { kind: 'subsidy', id: subsidyId } },
    { enabled: opened && subsidyId !== '' },
  )
  const papers = [...(ofApplication.data ?? []), ...(ofCase.data ?? []), ...(ofSubsidy.data ?? [])]
  const fileable = placedPapers(pack, volume, papers)
  const add = async (chosen: readonly Filed[]) => {
    for (const { paper, templateItem } of chosen) {
      const reply = await edits.run(version =>
        invoke('archives.addPaper', { id: volume.id, templateItem, paperId: paper.id, version }),
      )
      if (!reply.ok) return
    }
    announceDone(chosen.length === 1 ? `已加入${chosen[0]?.paper.title}` : `已加入 ${chosen.length} 份文书`)
  }
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={320}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileText size={18} aria-hidden />} disabled={disabled}>
          加入本中心文书
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fileable.length === 0 && <Menu.Item disabled>没有还未入卷的文书</Menu.Item>}
        {fileable.map(one => (
          <Menu.Item
            key={one.paper.id}
            onClick={() => void add([one])}
            rightSection={<span className="note muted">第 {one.templateItem} 项</span>}
          >
            {one.paper.title}　<span className="muted">{one.paper.number}</span>
          </Menu.Item>
        ))}
        {fileable.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => void add(fileable)}>全部加入（{fileable.length} 份）</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Papers that the volume's order has a place for and that are not in it yet, as far as title and number tell. */
function placedPapers(pack: RulePack | null, volume: Volume, papers: readonly IssuedPaper[]): readonly Filed[] {
  const items = pack?.filing.templates.find(template => template.id === volume.template.id)?.items ?? []
  return papers.flatMap(paper => {
    const entry = items.find(item => item.papers?.includes(paper.form))
    const isThere = volume.contents.some(item => item.title === paper.title && item.documentNumber === paper.number)
    return entry && !isThere ? [{ paper, templateItem: entry.no }] : []
  })
}

import { Link } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState } from '../../api/ask-state.tsx'
import { useSession } from '../../api/session.ts'
import { type Ask, useAsk } from '../../api/use-ask.ts'
import { SectionHead, SidePane } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'

type SignedPack = OutputOf<'packs.list'>[number]

export type PackShelfProps = {
  readonly inForce: string
  readonly shown: RulePack
  readonly packs: Ask<OutputOf<'packs.list'>>
  readonly chosen: SignedPack | null
  readonly onChoose: (id: string) => void
  readonly onExamples: () => void
}

/** Beside the rules: the drafts, every pack that was signed, and the way to the example standards. */
export function PackShelf({ inForce, shown, packs, chosen, onChoose, onExamples }: PackShelfProps) {
  const drafts = useAsk('packs.drafts', {}).data ?? []
  return (
    <SidePane label="签发过的规则包" width={300}>
      <div className="section">
        <SectionHead title="规则包" note={`现行 ${inForce}`} />
        <p className="second soft">{shown.note}</p>
        {chosen !== null && !chosen.isInForce && <p className="second amber">正在看 {chosen.version}，不是现行规则</p>}
        <button type="button" className="text-link" onClick={onExamples}>
          示例标准（山东、广东、保山…）
        </button>
      </div>
      {drafts.length > 0 && (
        <ul className="plain pack-list">
          {drafts.map(draft => (
            <li key={draft.id}>
              <Link href={`/settings/packs/draft/${draft.id}`} className="draft-link">
                <span className="row">
                  <b className="strong">{draft.packVersion}</b>
                  <Tag tone="dai">草稿</Tag>
                </span>
                <span className="note soft">{draft.name}</span>
                <span className="note muted">{draft.changedBy} 改过</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <AskState ask={packs}>
        {list => (
          <ul className="plain pack-list">
            {list.map(pack => (
              <li key={pack.id}>
                <button type="button" className="bare" aria-pressed={pack.id === chosen?.id} onClick={() => onChoose(pack.id)}>
                  <PackCard pack={pack} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </AskState>
    </SidePane>
  )
}

function PackCard({ pack }: { readonly pack: SignedPack }) {
  const { today } = useSession()
  return (
    <>
      <span className="row">
        <b className="strong">{pack.version}</b>
        {pack.isInForce && <Tag tone="green">现行</Tag>}
        {pack.withdrawn && <Tag>已撤回</Tag>}
        {!pack.withdrawn && pack.enactedOn !== null && pack.enactedOn > today && <Tag tone="amber">尚未施行</Tag>}
      </span>
      <span className="note soft">{pack.name}</span>
      <span className="note muted">
        {pack.enactedOn} 起施行　{pack.enactedBy ? `${pack.enactedBy} 签发` : '随程序附带'}
      </span>
    </>
  )
}

import { IconChecks } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useFind } from '../../app/useFind'
import { useApprovals } from '../../api/reads'
import { useText } from '../../text/useText'
import { Empty } from '../../ui/Empty'
import { Loading } from '../../ui/Loading'
import { ApprovalList } from './ApprovalList'

/** The decisions that wait for a second person, to be cleared in one go. */
export function ApprovalsScreen(): ReactNode {
  const { t } = useText()
  useFind('worklist')
  return (
    <Frame title={t('people.approvals.title')}>
      <Loading query={useApprovals()}>
        {({ rows }) => rows.length === 0
          ? <Empty icon={<IconChecks size={40} aria-hidden />} title={t('people.approvals.none')}>{t('people.approvals.none_note')}</Empty>
          : <ApprovalList rows={rows} />}
      </Loading>
    </Frame>
  )
}

import { Menu } from '@mantine/core';
import { costsScript } from '@/lib/farm/export/costs-script';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { CliItem } from '../aws/cli-item';

type CallsItemsProps = {
  asked: AskedCosts;
  /** Without its extension, for browsers that refuse to copy. */
  fileName: string;
};

/** The last menu items of a panel of costs, which copy its calls to AWS. */
export const CallsItems = ({ asked, fileName }: CallsItemsProps) => (
  <>
    <Menu.Label>Calls to AWS</Menu.Label>
    <CliItem script={(place) => costsScript(asked, place)} fileName={fileName} />
    <Menu.Divider />
  </>
);

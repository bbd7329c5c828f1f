import { Menu } from '@mantine/core';
import { CliItem } from '@/components/download/cli-item';
import { costsScript, type ScriptedCosts } from '@/lib/farm/export/costs-script';

type CallsItemsProps = ScriptedCosts & {
  /** Without its extension, for browsers that refuse to copy. */
  fileName: string;
};

/** The last menu items of a panel of costs, which copy its calls to AWS. */
export const CallsItems = ({ fileName, ...costs }: CallsItemsProps) => (
  <>
    <Menu.Label>Calls to AWS</Menu.Label>
    <CliItem script={(place) => costsScript(costs, place)} fileName={fileName} />
    <Menu.Divider />
  </>
);

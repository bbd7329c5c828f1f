/** Takes the place of the rows of a table that aren't rendered. */
export const RowSpace = ({ px }: { px: number }) =>
  px > 0 ? (
    <tr aria-hidden>
      <td style={{ height: px, padding: 0, border: 0 }} />
    </tr>
  ) : null;

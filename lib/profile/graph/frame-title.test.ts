import { describe, expect, it } from 'vitest';
import { chainName } from '../tree/frame-chain';
import { frameTitle } from './frame-title';
import { parseFrame } from './parse-frame';

const ofOne = chainName(['java.util:HashMap:get', 'java.util:HashMap:hash', 'java.util:Objects:hashCode']);
const ofMore = chainName(['java.util:HashMap:get', 'java.lang:String:hashCode', 'main']);

describe('the name of a folded chain', () => {
  it('counts its frames and names their package, if it is one', () => {
    expect(parseFrame(ofOne)).toMatchObject({ label: '3 java.util frames', package: 'java.util' });
    expect(parseFrame(ofMore)).toMatchObject({ label: '3 frames', package: '' });
    expect(parseFrame(chainName(['a', 'b', 'c'])).label).toBe('3 frames');
  });

  it('has the first and the last of its frames in full', () => {
    expect(frameTitle(ofMore)).toBe('3 frames, from java.util:HashMap:get to main');
    expect(frameTitle('java.util:HashMap:get')).toBe('java.util:HashMap:get');
  });
});

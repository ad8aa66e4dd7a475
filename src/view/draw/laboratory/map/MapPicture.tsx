// The map's squares: a picture of one pixel each, drawn as large as the map.
import { useMemo } from 'react';
import type { Box } from '../../../layout/directLabels.ts';
import { mapTexels, type ColourScale, type LossMap } from '../../../layout/laboratory/lossMap.ts';
import { pictureOf } from './picture.ts';
import './map.css';

interface Props {
  readonly map: LossMap;
  readonly colours: ColourScale;
  readonly box: Box;
}

export function MapPicture({ map, colours, box }: Props) {
  const { low, high } = colours;
  const address = useMemo(() => pictureOf(mapTexels(map, { low, high }), map.steps), [map, low, high]);
  return (
    <>
      <rect className="lab-map-ground" {...box} />
      {address !== '' && <image className="lab-map-picture" {...box} href={address} preserveAspectRatio="none" />}
      <rect className="lab-map-frame" {...box} />
    </>
  );
}

// Room that batches have one after the other: what the next one takes is what the former had, so that fresh batches without end take no more
// memory than the largest of them, or little more.
import type { Room } from './batch.ts';
import { LINE } from './layout.ts';

interface Block {
  readonly at: number;
  readonly bytes: number;
}

export class SharedRoom implements Room {
  private readonly room: Room;
  private readonly blocks: Block[] = [];
  /** The block in use, and how much of it is taken. */
  private block = 0;
  private taken = 0;

  constructor(room: Room) {
    this.room = room;
  }

  /** The same room with nothing in it. */
  anew(): this {
    this.block = 0;
    this.taken = 0;
    return this;
  }

  take(bytes: number): number {
    const needed = Math.ceil(bytes / LINE) * LINE;
    while (this.block < this.blocks.length && this.taken + needed > this.blocks[this.block]!.bytes) {
      this.block++;
      this.taken = 0;
    }
    if (this.block === this.blocks.length) {
      // At least as much as all so far: there are few blocks, however much batches grow.
      const size = this.blocks.reduce((total, each) => total + each.bytes, needed);
      this.blocks.push({ at: this.room.take(size), bytes: size });
    }
    const at = this.blocks[this.block]!.at + this.taken;
    this.taken += needed;
    new Uint8Array(this.room.words().buffer, at, needed).fill(0);
    return at;
  }

  words(): Int32Array {
    return this.room.words();
  }

  doubles(): Float64Array {
    return this.room.doubles();
  }
}

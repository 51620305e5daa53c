package org.maferstudio.weights;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Constant;
import org.maferstudio.weights.PickleValue.Mapping;
import org.maferstudio.weights.PickleValue.Name;
import org.maferstudio.weights.PickleValue.Real;
import org.maferstudio.weights.PickleValue.Sequence;
import org.maferstudio.weights.PickleValue.Text;
import org.maferstudio.weights.PickleValue.Whole;

/**
 * Reads a pickle, Python's protocols 0 to 5, without running anything: it is a stack machine, and here its stack takes
 * only {@link PickleValue} data. What the names in it become is decided by {@link PickleNames}.
 *
 * <p>The opcodes are those of Python's <a
 * href="https://github.com/python/cpython/blob/main/Lib/pickletools.py">pickletools</a>. Input, operations and numbers
 * are bounded, so a hostile pickle costs some tens of megabytes and a second at most.
 */
final class PickleMachine {
    /** The longest whole number, in bytes: the states of random generators and UUIDs have 17, keys more. */
    private static final int LONGEST_WHOLE = 256;

    private static final int STOP = '.';

    private final PickleInput in;
    private final StorageTable storages;
    private final ParseBudget work = new ParseBudget();
    private final PickleStack stack = new PickleStack();
    private final Map<Integer, PickleValue> memo = new HashMap<>();

    private PickleMachine(PickleInput in, StorageTable storages) {
        this.in = in;
        this.storages = storages;
    }

    /**
     * Reads one pickle, to its end and no further.
     *
     * @param storages turns persistent ids into storages
     * @throws IOException if it is none, asks for a name that is not known, or goes beyond a bound
     */
    static PickleValue read(PickleInput in, StorageTable storages) throws IOException {
        return new PickleMachine(in, storages).run();
    }

    private PickleValue run() throws IOException {
        while (true) {
            work.add(1);
            int opcode = in.u8();
            if (opcode == STOP) {
                return stack.pop();
            }
            if (!scalar(opcode) && !text(opcode) && !container(opcode) && !remembered(opcode) && !object(opcode)) {
                throw new MalformedFile(
                        Texts.of("weights.pickle.error.opcode", String.format(Locale.ROOT, "%02x", opcode)));
            }
        }
    }

    private boolean scalar(int opcode) throws IOException {
        switch (opcode) {
            case 'N' -> stack.push(Constant.NONE);
            case 0x88 -> stack.push(Constant.TRUE);
            case 0x89 -> stack.push(Constant.FALSE);
            case 'K' -> stack.push(Whole.of(in.u8()));
            case 'M' -> stack.push(Whole.of(in.u16()));
            case 'J' -> stack.push(Whole.of(in.i32()));
            case 0x8a -> stack.push(whole(in.u8()));
            case 0x8b -> stack.push(whole(in.u32()));
            case 'I', 'L' -> stack.push(written(in.line()));
            case 'G' -> stack.push(new Real(in.f64()));
            case 'F' -> stack.push(real(in.line()));
            case 0x80 -> checkProtocol(in.u8());
            case 0x95 -> in.i64(); // a frame is a hint for buffers
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void checkProtocol(int protocol) throws IOException {
        if (protocol > 5) {
            throw new MalformedFile(Texts.of("weights.pickle.error.protocol", protocol));
        }
    }

    private Whole whole(long length) throws IOException {
        if (length > LONGEST_WHOLE) {
            throw new MalformedFile(Texts.of("weights.pickle.error.integerBytes", length));
        }
        byte[] bytes = in.bytes(length);
        byte[] bigEndian = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            bigEndian[bytes.length - 1 - i] = bytes[i];
        }
        return new Whole(bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bigEndian));
    }

    private static PickleValue written(String line) throws IOException {
        String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
        if (digits.length() > 2 * LONGEST_WHOLE) {
            throw new MalformedFile(Texts.of("weights.pickle.error.integerDigits", digits.length()));
        }
        try {
            return switch (line) {
                case "00" -> Constant.FALSE;
                case "01" -> Constant.TRUE;
                default -> new Whole(new BigInteger(digits));
            };
        } catch (NumberFormatException e) {
            throw new IOException("its pickle has an invalid integer", e);
        }
    }

    private static Real real(String line) throws IOException {
        try {
            return new Real(Double.parseDouble(line));
        } catch (NumberFormatException e) {
            throw new IOException("its pickle has an invalid number", e);
        }
    }

    private boolean text(int opcode) throws IOException {
        switch (opcode) {
            case 'X' -> stack.push(new Text(in.text(in.u32())));
            case 0x8c -> stack.push(new Text(in.text(in.u8())));
            case 0x8d -> stack.push(new Text(in.text(in.i64())));
            case 'T', 'B' -> stack.push(new Text(in.raw(in.u32())));
            case 'U', 'C' -> stack.push(new Text(in.raw(in.u8())));
            case 0x8e, 0x96 -> stack.push(new Text(in.raw(in.i64())));
            case 'V' -> stack.push(new Text(in.line()));
            case 'S' -> stack.push(new Text(unquoted(in.line())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String unquoted(String line) throws IOException {
        boolean quoted = line.length() >= 2
                && (line.charAt(0) == '\'' || line.charAt(0) == '"')
                && line.charAt(line.length() - 1) == line.charAt(0);
        if (!quoted) {
            throw new MalformedFile(Texts.of("weights.pickle.error.quotes"));
        }
        return line.substring(1, line.length() - 1);
    }

    private boolean container(int opcode) throws IOException {
        switch (opcode) {
            case '(' -> stack.mark();
            case '0' -> stack.pop();
            case '1' -> stack.popToMark();
            case '2' -> stack.push(stack.peek());
            case ')', ']', 0x8f -> stack.push(new Sequence(List.of()));
            case 't', 'l', 0x91 -> stack.push(new Sequence(stack.popToMark()));
            case 0x85, 0x86, 0x87 -> stack.push(new Sequence(stack.pop(opcode - 0x84)));
            case '}' -> stack.push(new Mapping());
            case 'd' -> {
                List<PickleValue> items = stack.popToMark();
                stack.push(new Mapping());
                put(items);
            }
            case 'a' -> append(stack.pop(1));
            case 'e', 0x90 -> append(stack.popToMark());
            case 's' -> put(stack.pop(2));
            case 'u' -> put(stack.popToMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void append(List<PickleValue> items) throws IOException {
        PickleNames.items(stack.peek()).addAll(items);
    }

    private void put(List<PickleValue> items) throws IOException {
        if (items.size() % 2 != 0) {
            throw new MalformedFile(Texts.of("weights.pickle.error.keyWithoutValue"));
        }
        Map<PickleValue, PickleValue> entries = PickleNames.entries(stack.peek());
        for (int i = 0; i < items.size(); i += 2) {
            entries.put(items.get(i), items.get(i + 1));
        }
    }

    private boolean remembered(int opcode) throws IOException {
        switch (opcode) {
            case 'q' -> memo.put(in.u8(), stack.peek());
            case 'r' -> memo.put(in.i32(), stack.peek());
            case 'p' -> memo.put(place(), stack.peek());
            case 0x94 -> memo.put(memo.size(), stack.peek());
            case 'h' -> recall(in.u8());
            case 'j' -> recall(in.i32());
            case 'g' -> recall(place());
            default -> {
                return false;
            }
        }
        return true;
    }

    private int place() throws IOException {
        return written(in.line()) instanceof Whole place ? place.value().intValue() : -1;
    }

    private void recall(int place) throws IOException {
        PickleValue value = memo.get(place);
        if (value == null) {
            throw new MalformedFile(Texts.of("weights.pickle.error.memo"));
        }
        stack.push(value);
    }

    private boolean object(int opcode) throws IOException {
        switch (opcode) {
            case 'c' -> stack.push(PickleNames.known(new Name(in.line(), in.line())));
            case 0x93 -> {
                List<PickleValue> parts = stack.pop(2);
                if (!(parts.get(0) instanceof Text module) || !(parts.get(1) instanceof Text name)) {
                    throw new MalformedFile(Texts.of("weights.pickle.error.name"));
                }
                stack.push(PickleNames.known(new Name(module.value(), name.value())));
            }
            case 'Q' -> stack.push(storages.find(stack.pop()));
            case 'R' -> {
                List<PickleValue> parts = stack.pop(2);
                stack.push(PickleNames.call(parts.get(0), parts.get(1), work));
            }
            case 0x81 -> {
                List<PickleValue> parts = stack.pop(2);
                stack.push(PickleNames.call(parts.get(0), parts.get(1), work));
            }
            case 0x92 -> {
                List<PickleValue> parts = stack.pop(3);
                stack.push(PickleNames.call(parts.get(0), parts.get(1), work));
            }
            case 'b' -> {
                PickleValue state = stack.pop();
                PickleNames.build(stack.peek(), state);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}

package org.maferstudio.app;

/** The door to the program. */
public final class Main {
    private Main() {}

    /** Runs the program. */
    public static void main(String[] args) {
        System.out.println(args.length);
    }
}

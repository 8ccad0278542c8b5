package org.cellarius.catalogue.samp;

import org.astrogrid.samp.Message;

/**
 * A message that has come.
 *
 * @param sender identifier of the program
 * @param tag what an answer must name; empty where none is wanted
 */
record Call(String sender, String tag, Message message) {}

package org.cellarius.catalogue.samp;

import java.util.concurrent.BlockingQueue;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.client.CallableClient;

/** Puts messages where the waiting thread finds them; what does not find room there is dropped. */
record Listener(BlockingQueue<Call> calls) implements CallableClient {

    @Override
    public void receiveNotification(String sender, Message message) {
        calls.offer(new Call(sender, "", message));
    }

    @Override
    public void receiveCall(String sender, String tag, Message message) {
        calls.offer(new Call(sender, tag, message));
    }

    @Override
    public void receiveResponse(String sender, String tag, Response response) {}
}

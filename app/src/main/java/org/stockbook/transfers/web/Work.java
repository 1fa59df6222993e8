package org.stockbook.transfers.web;

import org.springframework.stereotype.Component;
import org.stockbook.transfers.ChangeTransfer;
import org.stockbook.transfers.PostTransferOrder;
import org.stockbook.transfers.TransferOrders;

/** What the calls ask for. */
@Component("transferWork")
record Work(TransferOrders orders, ChangeTransfer change, PostTransferOrder post) {}
